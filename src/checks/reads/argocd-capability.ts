import { NOTIFICATIONS, OWN_DEFINITIONS, SETTINGS_READ } from '../../knowledge/argocd/capability';
import { ARGOCD_GROUP } from '../../knowledge/argocd/kinds';
import type { GitOps } from '../../model/gitops';
import { at, type FieldPath, type JsonValue, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Tell } from '../engine/rule';

type Judge = (object: RenderedObject, gitops: GitOps, tell: Tell) => void;

/** What the EKS capability would not do with objects of a kind, by group and kind. */
export const CAPABILITY_JUDGES: Readonly<Record<string, readonly Judge[]>> = {
  [`${ARGOCD_GROUP}/Application`]: [judgeNamespace, judgeNotifications, (o, _g, tell) => judgeSpec(o, ['spec'], tell)],
  [`${ARGOCD_GROUP}/ApplicationSet`]: [
    judgeNamespace,
    (object, _gitops, tell) => judgeSpec(object, ['spec', 'template', 'spec'], tell),
  ],
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
  for (const key of Object.keys(mapAt(value, 'metadata', 'annotations'))) {
    if (!key.startsWith(NOTIFICATIONS)) continue;
    const what = `the annotation ${key} is for the notifications controller, which the EKS capability does not have. Nobody is told anything.`;
    tell({
      path: ['metadata', 'annotations', key],
      found: key,
      what,
      fix: 'remove it, and alert on events or metrics.',
    });
  }
}

/** An Application's own spec, or that of an ApplicationSet's template. */
function judgeSpec({ value }: RenderedObject, path: FieldPath, tell: Tell): void {
  judgeServer(at(value, ...path, 'destination'), [...path, 'destination'], tell);
  const single = [
    [...path, 'source'],
    [...path, 'sourceHydrator', 'drySource'],
  ];
  const several = listAt(value, ...path, 'sources').map((_source, index) => [...path, 'sources', index]);
  for (const source of [...single, ...several]) {
    const plugin = at(value, ...source, 'plugin');
    if (plugin === undefined) continue;
    const name = textAt(plugin, 'name') ?? 'a plugin';
    tell({
      path: [...source, 'plugin'],
      found: name,
      what: `it is rendered by ${name === 'a plugin' ? name : `the plugin ${name}`}, and the EKS capability runs no plugins. It never syncs.`,
      fix: 'render the objects before they are committed, and sync their folder.',
    });
  }
}

/** A destination is an ARN or a name, in a project also `*`; the capability does not know an address. */
function judgeServer(destination: JsonValue | undefined, path: FieldPath, tell: Tell): void {
  const server = textAt(destination, 'server');
  if (server === undefined || !/^https?:/.test(server)) return;
  tell({
    path: [...path, 'server'],
    found: server,
    wanted: 'the ARN of an EKS cluster',
    what: `its destination is ${server}, and the EKS capability knows clusters by their ARN, its own too. It never syncs.`,
    fix: 'set `server` to the ARN of the cluster.',
  });
}

function judgeProject({ value, name }: RenderedObject, gitops: GitOps, tell: Tell): void {
  listAt(value, 'spec', 'destinations').forEach((destination, index) => {
    judgeServer(destination, ['spec', 'destinations', index], tell);
  });
  const namespaces = listAt(value, 'spec', 'sourceNamespaces');
  // A pattern may permit it.
  if (name === 'default' || namespaces.some((one) => one === gitops.namespace || /[*?[/]/.test(String(one)))) return;
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
