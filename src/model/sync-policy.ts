import { hasFeature } from '../knowledge/argocd/versions';
import type { GitOps } from './gitops';
import type { JsonObject } from './json';

/**
 * ApplyOutOfSyncOnly keeps a large app's sync to what changed; FailOnSharedResource refuses another app's object.
 * With `refresh` a retry takes the newest commit. Without it a sync that cannot succeed repeats the same commit for
 * ever, and Argo CD never reads the commit that repairs it (seen on 3.2.1).
 */
export function syncPolicyOf({ syncPolicy, version }: GitOps, more: readonly string[] = []): JsonObject {
  const { automated, prune, selfHeal } = syncPolicy;
  return {
    ...(automated ? { automated: { prune, selfHeal } } : {}),
    syncOptions: ['ApplyOutOfSyncOnly=true', 'FailOnSharedResource=true', ...more],
    retry: {
      limit: -1,
      ...(hasFeature(version, 'retryRefresh') ? { refresh: true } : {}),
      backoff: { duration: '10s', factor: 2, maxDuration: '3m' },
    },
  };
}
