import { ARGOCD_APP, FLUX_APP } from '../knowledge/argocd/output-paths';
import type { GitOps } from './gitops';

interface Delivered {
  readonly gitops?: GitOps | undefined;
}

/** Whether Flux reads the output, and Argo CD does not. */
export function isFlux(gitops: Pick<GitOps, 'consumer'> | undefined): boolean {
  return gitops?.consumer === 'flux';
}

/** Whether Argo CD reads the output: what its waves, hooks and options say counts there. */
export function isByArgocd({ gitops }: Delivered): boolean {
  return gitops !== undefined && !isFlux(gitops);
}

/** What takes the place of the app in the paths of what root brings. */
export function steeringApp({ gitops }: Delivered): string {
  return isFlux(gitops) ? FLUX_APP : ARGOCD_APP;
}

/** Who applies what is rendered, as messages name it. */
export function deliveryTool({ gitops }: Delivered): 'Flux' | 'Argo CD' {
  return isFlux(gitops) ? 'Flux' : 'Argo CD';
}
