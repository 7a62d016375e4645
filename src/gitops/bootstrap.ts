import { ARGOCD_API, ARGOCD_GROUP } from '../knowledge/argocd/kinds';
import { ARGOCD_APP, appFolder, bootstrapPath } from '../knowledge/argocd/output-paths';
import { isFlux } from '../model/consumer';
import { deliveryName, ROOT } from '../model/delivery-name';
import { controlPlaneOf } from '../model/destination';
import type { Environment } from '../model/environment';
import type { JsonObject } from '../model/json';
import { syncPolicyOf } from '../model/sync-policy';
import { sourceOf } from './application';
import { fluxBootstrap } from './flux/flux-bootstrap';
import { sourceNamespacesOf } from './source-namespaces';

export interface BootstrapFile {
  readonly path: string;
  readonly values: readonly JsonObject[];
}

/**
 * Root: the Application that syncs all others, and its project. A person applies both once, and nothing syncs them: a
 * root inside a project that it makes itself never starts. Root always prunes; otherwise the Application of a dropped
 * app would stay and point at a folder that is gone. Each pruned Application waits for a confirmation. It does not
 * prune last: an Application has to go before the project that it stands in, and one wave does both at once.
 */
export function bootstrapFile(environment: Environment): BootstrapFile | undefined {
  const { gitops } = environment;
  if (gitops === undefined) return undefined;
  if (isFlux(gitops)) return { path: bootstrapPath(environment.name), values: fluxBootstrap(environment, gitops) };
  const name = deliveryName(environment, ROOT);
  const target = controlPlaneOf(gitops);
  const project: JsonObject = {
    apiVersion: ARGOCD_API,
    kind: 'AppProject',
    metadata: { name, namespace: gitops.namespace },
    spec: {
      description: `Applications and projects of ${environment.clusterName}`,
      ...sourceNamespacesOf(gitops),
      sourceRepos: [gitops.repoURL],
      destinations: [{ ...target, namespace: gitops.namespace }],
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: [
        gitops.consumer === 'application-set' ? 'ApplicationSet' : 'Application',
        'AppProject',
      ].map((kind) => ({ group: ARGOCD_GROUP, kind })),
    },
  };
  const root: JsonObject = {
    apiVersion: ARGOCD_API,
    kind: 'Application',
    metadata: { name, namespace: gitops.namespace },
    spec: {
      project: name,
      source: sourceOf(gitops, appFolder(environment.name, ARGOCD_APP)),
      destination: { ...target, namespace: gitops.namespace },
      syncPolicy: syncPolicyOf({ ...gitops, syncPolicy: { ...gitops.syncPolicy, prune: true } }),
    },
  };
  return { path: bootstrapPath(environment.name), values: [project, root] };
}
