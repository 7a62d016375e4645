import type { JsonObject } from '../../../../src/model/json';
import { OTHER_CHANGES } from './other-changes';
import type { ServerChange } from './server-change';
import { WORKLOAD_CHANGES } from './workload-changes';

const BY_SERVER = { annotations: { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true' } };

/** Fields that the table says are set once, and some beside them that are not. */
export const SERVER_CHANGES: readonly ServerChange[] = [...WORKLOAD_CHANGES, ...OTHER_CHANGES].map(withOptions);

/** One row holds for what Argo CD applies by the server, and one Namespace for its labels. */
function withOptions(one: ServerChange): ServerChange {
  const labelled = (fields: JsonObject, more: JsonObject) => ({
    ...fields,
    metadata: { ...(fields['metadata'] as JsonObject), ...more },
  });
  if (one.row === 'strategy-by-server')
    return { ...one, was: labelled(one.was, BY_SERVER), now: labelled(one.now, BY_SERVER) };
  if (one.row !== 'pod-security-higher') return one;
  return { ...one, now: labelled(one.now, { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } }) };
}
