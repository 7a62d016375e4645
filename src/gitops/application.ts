import {
  CONFIRMATIONS,
  FOREGROUND_FINALIZER,
  MANIFEST_PATHS,
  PRUNE_LAST,
  RESPECT_IGNORED,
  SYNC_OPTIONS,
} from '../knowledge/argocd/annotations';
import { ARGOCD_API } from '../knowledge/argocd/kinds';
import { appFolder } from '../knowledge/argocd/output-paths';
import { defined } from '../model/defined';
import { deliveryName } from '../model/delivery-name';
import { controlPlaneOf, destinationOf } from '../model/destination';
import type { Environment } from '../model/environment';
import type { GitOps } from '../model/gitops';
import type { IgnoredFields } from '../model/ignored-fields';
import type { JsonObject, JsonValue } from '../model/json';
import type { RenderedObject } from '../model/rendered-object';
import { syncPolicyOf } from '../model/sync-policy';

export interface DeliveredApp {
  readonly name: string;
  readonly owner: string;
  /** A namespace into which the app renders. A project permits Applications only by namespace. */
  readonly namespace?: string;
  /** Fields of its objects that somebody else writes. */
  readonly ignored?: readonly IgnoredFields[];
  /** Whether all of its objects, or some, are Applications of add-ons, which lie where Argo CD does. */
  readonly applications?: 'all' | 'some';
  /** Apps that render what the server has to have before it takes the app's objects. */
  readonly needs?: readonly string[];
  /** The app's own objects, as they are written. */
  readonly objects?: readonly RenderedObject[];
}

/**
 * One app's Application. When the app is dropped, Argo CD waits for one confirmation, then deletes the Application and,
 * by its finalizer, all its objects. A failed sync is retried for ever, because Applications that need one another have
 * no other order.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/application.yaml
 */
export function application(environment: Environment, gitops: GitOps, app: DeliveredApp): JsonObject {
  const namespace = namespaceOf(environment, app);
  const ignored = [...(gitops.ignoreDifferences ?? []), ...(app.ignored ?? [])];
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
      destination: { ...clusterOf(gitops, app), ...defined({ namespace }) },
      ...(ignored.length > 0 ? { ignoreDifferences: ignored.map((fields): JsonValue => ({ ...fields })) } : {}),
      syncPolicy: syncPolicyOf(gitops, [
        ...(gitops.syncPolicy.pruneLast ? [PRUNE_LAST.join('=')] : []),
        ...(ignored.length > 0 ? [RESPECT_IGNORED.join('=')] : []),
      ]),
    },
  };
}

/** Where Argo CD is, for an app of nothing but Applications. */
function clusterOf(gitops: GitOps, { applications }: DeliveredApp): JsonObject {
  return applications === 'all' ? controlPlaneOf(gitops) : destinationOf(gitops.destination);
}

/** The app's namespace, or the first that its owner may use: a project with named namespaces refuses an empty one. */
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

/** Argo CD refuses an absolute path, and takes `./dist/` and `dist` for two different paths. */
export function folders(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}
