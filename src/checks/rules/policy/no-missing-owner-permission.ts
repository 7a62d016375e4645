import type { CommittedObject } from '../../../model/check-input';
import { defined } from '../../../model/defined';
import { describeIdentity } from '../../../model/identity';
import type { Owner } from '../../../model/owner';
import { renderedObject } from '../../../model/rendered-object';
import type { WholeRule } from '../../engine/rule';
import { isOfAnAddOn, kindRefusal, namespaceAllowed } from '../../reads/ownership';

export const noMissingOwnerPermission: WholeRule = {
  id: 'policy/no-missing-owner-permission',
  severity: 'error',
  summary: 'An owner’s list keeps every kind and namespace of which the committed output holds an object.',
  why: 'Argo CD stops seeing what a project no longer permits. An object that loses its permission before it is deleted is not pruned: it stays on the cluster and keeps working.',
  see: ['https://argo-cd.readthedocs.io/en/release-3.2/user-guide/projects/'],
  checkAll({ committed, appOwners, environment, judged }, tellOf) {
    // Built when the first object is refused: nearly always there is none.
    let rendered: ReadonlySet<string> | undefined;
    for (const object of committed ?? []) {
      const owner = environment.owners[appOwners.get(object.app) ?? ''];
      const reason = owner === undefined ? undefined : refusal(owner, object);
      if (reason === undefined) continue;
      rendered ??= new Set(judged.map((kept) => `${kept.app}|${describeIdentity(kept)}`));
      if (rendered.has(`${object.app}|${describeIdentity(object)}`)) continue;
      tellOf(asRendered(object, environment.name))({
        path: [],
        what: `it is still in the committed output of app ${object.app}, and ${reason}. Argo CD would stop seeing it: it stays on the cluster and keeps working.`,
        fix: 'delete the object in one change, let it sync, and narrow the owner’s list in the next.',
      });
    }
  },
};

function refusal(owner: Owner, object: CommittedObject): string | undefined {
  const kind = kindRefusal(owner, object);
  if (kind !== undefined) return `owner ${owner.name} may no longer have ${object.kind} (${kind.why})`;
  const namespace = object.namespace;
  return namespace === undefined || isOfAnAddOn(object) || namespaceAllowed(owner, namespace)
    ? undefined
    : `owner ${owner.name} no longer lists namespace ${namespace}`;
}

function asRendered(object: CommittedObject, environment: string) {
  const { app, group, kind, namespace, name } = object;
  const value = {
    apiVersion: group === '' ? 'v1' : `${group}/v1`,
    kind,
    metadata: { name, ...defined({ namespace }) },
  };
  return renderedObject(value, { app, environment });
}
