import { FLUX_APP } from '../../knowledge/argocd/output-paths';
import { deliveryName, ROOT } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import type { GitOps } from '../../model/gitops';
import type { JsonObject } from '../../model/json';
import { gitRepository } from './git-repository';
import { rootKustomization } from './kustomization';

/** What a person applies once: the repository, and root, which brings both the repository and all Kustomizations from then on. */
export function fluxBootstrap(environment: Environment, gitops: GitOps): readonly JsonObject[] {
  const root = rootKustomization(environment, gitops, deliveryName(environment, ROOT), FLUX_APP);
  return [gitRepository(environment, gitops), root];
}
