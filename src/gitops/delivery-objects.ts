import { isFlux } from '../model/consumer';
import type { Environment } from '../model/environment';
import type { JsonObject } from '../model/json';
import type { RenderedObject } from '../model/rendered-object';
import type { DeliveredApp } from './application';
import { argocdObjects } from './argocd-objects';
import { fluxObjects } from './flux/flux-objects';

/**
 * What root brings, for Argo CD or Flux. An environment without `gitops` has none.
 * @param others items of an ApplicationSet for apps that this run does not render
 * @throws ToolError SETTINGS
 */
export function deliveryObjects(
  environment: Environment,
  apps: readonly DeliveredApp[],
  others: readonly JsonObject[] = [],
): readonly RenderedObject[] {
  const { gitops } = environment;
  if (gitops !== undefined && isFlux(gitops)) return fluxObjects(environment, gitops, apps);
  return argocdObjects(environment, apps, others);
}
