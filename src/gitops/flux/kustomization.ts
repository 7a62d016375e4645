import { appFolder } from '../../knowledge/argocd/output-paths';
import { DISABLED, FLUX_PRUNE } from '../../knowledge/flux/annotations';
import { KUSTOMIZE_API } from '../../knowledge/flux/kinds';
import { deliveryName, SOURCE } from '../../model/delivery-name';
import { isLocalCluster } from '../../model/destination';
import type { Environment } from '../../model/environment';
import type { GitOps } from '../../model/gitops';
import type { JsonObject } from '../../model/json';
import { type DeliveredApp, folders } from '../application';
import { healthOf } from './health';
import { ignoreRules } from './ignore-rules';

/** How often drift is undone, how soon a failure is tried again, and how long one attempt waits for the objects to be healthy. */
const PACE = { interval: '10m', retryInterval: '2m', timeout: '5m' } as const;

/**
 * One app's Kustomization. Root never deletes it: when the app is dropped it stays, says that its folder is not there, and
 * leaves the app's objects alone until a person deletes it. Then they go with it, as far as nothing guards them.
 * `targetNamespace` is left out, since every object says its own.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/
 */
export function kustomization(environment: Environment, gitops: GitOps, app: DeliveredApp): JsonObject {
  const ignored = [...(gitops.ignoreDifferences ?? []), ...(app.ignored ?? [])];
  const needs = app.needs ?? [];
  return {
    apiVersion: KUSTOMIZE_API,
    kind: 'Kustomization',
    metadata: {
      name: deliveryName(environment, app.name),
      namespace: gitops.namespace,
      annotations: { [FLUX_PRUNE]: DISABLED },
    },
    spec: {
      ...PACE,
      ...folderOf(environment, gitops, app.name),
      ...(needs.length > 0 ? { dependsOn: needs.map((name) => ({ name: deliveryName(environment, name) })) } : {}),
      ...targetOf(gitops),
      ...(gitops.flux?.ownerAccounts === true ? { serviceAccountName: deliveryName(environment, app.owner) } : {}),
      prune: gitops.syncPolicy.prune,
      deletionPolicy: gitops.syncPolicy.prune ? 'WaitForTermination' : 'Orphan',
      ...healthOf(app.objects ?? []),
      ...(ignored.length > 0 ? { ignore: ignoreRules(ignored) } : {}),
    },
  };
}

/**
 * Root: the Kustomization that brings all others. It never waits for them: one app that is not healthy would keep the others
 * from the next commit. Deleting it deletes nothing else.
 */
export function rootKustomization(environment: Environment, gitops: GitOps, name: string, folder: string): JsonObject {
  return {
    apiVersion: KUSTOMIZE_API,
    kind: 'Kustomization',
    metadata: { name, namespace: gitops.namespace },
    spec: { ...PACE, ...folderOf(environment, gitops, folder), prune: true, deletionPolicy: 'Orphan', wait: false },
  };
}

function folderOf(environment: Environment, gitops: GitOps, app: string): JsonObject {
  const path = [...folders(gitops.pathPrefix), appFolder(environment.name, app)].join('/');
  return { path: `./${path}`, sourceRef: { kind: 'GitRepository', name: deliveryName(environment, SOURCE) } };
}

/** Another cluster is known by a Secret that holds its kubeconfig, and its name is that of the destination. */
function targetOf({ destination }: GitOps): JsonObject {
  if (isLocalCluster(destination) || !('name' in destination)) return {};
  return { kubeConfig: { secretRef: { name: destination.name } } };
}
