import { matchesGlob } from '../../grammar/glob';
import { OWN_DEFINITIONS, SETTINGS_READ } from '../../knowledge/argocd/capability';
import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import type { GitOps } from '../../model/gitops';
import { listAt, mapAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Tell } from '../engine/rule';
import { judgeApplicationSpec, judgeProjectServer, judgeSubscriptions } from './capability-application';
import { judgeTemplates } from './capability-templates';

type Judge = (object: RenderedObject, gitops: GitOps, tell: Tell) => void;

/** What the EKS capability would not do with objects of a kind, by group and kind. */
export const CAPABILITY_JUDGES: Readonly<Record<string, readonly Judge[]>> = {
  [`${ARGOCD_GROUP}/Application`]: [
    judgeNamespace,
    judgeNotifications,
    ({ value }, _gitops, tell) => judgeApplicationSpec(value, ['spec'], tell),
  ],
  [`${ARGOCD_GROUP}/ApplicationSet`]: [judgeNamespace, judgeTemplates],
  [`${ARGOCD_GROUP}/AppProject`]: [judgeNamespace, judgeNotifications, judgeProject],
  '/ConfigMap': [judgeSettings],
  'apiextensions.k8s.io/CustomResourceDefinition': [judgeDefinition],
};

function judgeNamespace({ namespace }: RenderedObject, gitops: GitOps, tell: Tell): void {
  if (namespace === gitops.namespace) return;
  tell({
    path: ['metadata', 'namespace'],
    found: namespace ?? 'nothing',
    wanted: gitops.namespace,
    what: `it is ${namespace === undefined ? 'in no namespace' : `in namespace ${namespace}`}, and the EKS capability reads Argo CD’s objects in ${gitops.namespace} alone. It is never looked at.`,
    fix: `set \`namespace: ${gitops.namespace}\`.`,
  });
}

function judgeNotifications({ value }: RenderedObject, _gitops: GitOps, tell: Tell): void {
  judgeSubscriptions(value, ['metadata'], tell);
}

function judgeProject({ value, name }: RenderedObject, gitops: GitOps, tell: Tell): void {
  listAt(value, 'spec', 'destinations').forEach((destination, index) => {
    judgeProjectServer(destination, ['spec', 'destinations', index], tell);
  });
  const namespaces = listAt(value, 'spec', 'sourceNamespaces');
  // A pattern that cannot be read here may permit it.
  if (name === 'default' || namespaces.some((one) => matchesGlob(String(one), gitops.namespace) !== false)) return;
  tell({
    path: ['spec', 'sourceNamespaces'],
    found: namespaces.join(', ') || 'nothing',
    wanted: gitops.namespace,
    what: `its sourceNamespaces ${namespaces.length === 0 ? 'are missing' : `are ${namespaces.join(', ')}`}, and the EKS capability permits no Applications of a namespace that is not in the list. None of the project syncs.`,
    fix: `add ${gitops.namespace} to \`sourceNamespaces\`.`,
  });
}

function judgeSettings({ namespace, name, value }: RenderedObject, gitops: GitOps, tell: Tell): void {
  const read = namespace === gitops.namespace ? SETTINGS_READ.get(name) : undefined;
  if (read === undefined) return;
  for (const key of Object.keys(mapAt(value, 'data'))) {
    if (read.some((pattern) => pattern.test(key))) continue;
    const what = `the EKS capability does not read the key ${key} of ${name}, and passes over it without a word.`;
    tell({ path: ['data', key], found: key, what, fix: 'remove it; what can be set is set at the capability.' });
  }
}

function judgeDefinition({ name }: RenderedObject, _gitops: GitOps, tell: Tell): void {
  if (!OWN_DEFINITIONS.includes(name)) return;
  const what =
    'AWS installs this definition with the EKS capability and keeps it up to date; two owners would undo each other.';
  tell({ path: ['metadata', 'name'], found: name, what, fix: 'leave it out of Git.' });
}
