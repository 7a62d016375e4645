import {
  CONFIRMATIONS,
  FOREGROUND_FINALIZER,
  MANIFEST_PATHS,
  PRUNE_LAST,
  SYNC_OPTIONS,
} from '../knowledge/argocd/annotations';
import { ARGOCD_API } from '../knowledge/argocd/kinds';
import { appFolder } from '../knowledge/argocd/output-paths';
import { hasFeature } from '../knowledge/argocd/versions';
import { defined } from '../model/defined';
import { deliveryName } from '../model/delivery-name';
import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import type { JsonObject } from '../model/json';
import { destinationOf } from './destination';

export interface DeliveredApp {
  readonly name: string;
  readonly owner: string;
  /** A namespace the app renders into; a project permits an Application by its namespace too. */
  readonly namespace?: string;
}

/**
 * One app's Application. Dropping the app drops this object, which waits for one confirmation and then deletes
 * everything it made (the finalizer). It retries for ever, because only that orders Applications among each other.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/application.yaml
 */
export function application(environment: Environment, gitops: GitOps, app: DeliveredApp): JsonObject {
  const namespace = namespaceOf(environment, app);
  return {
    apiVersion: ARGOCD_API,
    kind: 'Application',
    metadata: {
      name: deliveryName(environment, app.name),
      namespace: gitops.namespace,
      annotations: {
        [MANIFEST_PATHS]: '.',
        [SYNC_OPTIONS]: CONFIRMATIONS.map((option) => option.join('=')).join(','),
      },
      finalizers: [FOREGROUND_FINALIZER],
    },
    spec: {
      project: deliveryName(environment, app.owner),
      source: sourceOf(gitops, appFolder(environment.name, app.name)),
      destination: { ...destinationOf(gitops.destination), ...defined({ namespace }) },
      syncPolicy: syncPolicyOf(gitops, gitops.syncPolicy.pruneLast ? [PRUNE_LAST.join('=')] : []),
    },
  };
}

/** The app's own namespace, or the first its owner may use: an empty one matches no destination but `*`. */
export function namespaceOf(environment: Environment, app: DeliveredApp): string | undefined {
  const allowed = environment.owners[app.owner]?.namespaces ?? [];
  return app.namespace ?? allowed.find((pattern) => !pattern.includes('*'));
}

export function sourceOf(gitops: GitOps, path: string): JsonObject {
  return {
    repoURL: gitops.repoURL,
    path: [...folders(gitops.pathPrefix), path].join('/'),
    targetRevision: `refs/heads/${gitops.branch}`,
    directory: { recurse: true },
  };
}

/** Argo CD refuses an absolute path, and takes `./dist/` for another one than `dist`. */
function folders(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/**
 * ApplyOutOfSyncOnly keeps a large app's sync to what changed; FailOnSharedResource refuses another app's object.
 * A retry takes the newest commit: without `refresh` a sync that cannot succeed repeats its own commit for ever, and
 * the commit that mends it is never looked at (seen on 3.2.1).
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
