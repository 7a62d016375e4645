import { freePort } from '../../../support/free-port';
import { requireTools } from '../tools/require';
import type { ControlPlane } from './control-plane';

/** Argo CD brings the definitions of its own kinds; those of Argo Rollouts have the same group. */
export function isArgoCdKind(definition: string): boolean {
  return /^(applications|applicationsets|appprojects)\.argoproj\.io$/.test(definition);
}

/** The controller of Argo Rollouts, as a cluster runs it: it asks the API server, and no load balancer. */
export async function startRollouts({ processes, kubeconfig, version }: ControlPlane): Promise<void> {
  const tools = requireTools(['rollouts-controller'], version);
  const [metrics, health] = [await freePort(), await freePort()];
  await processes.start(
    {
      id: 'argo-rollouts',
      command: tools['rollouts-controller'],
      args: [
        `--kubeconfig=${kubeconfig}`,
        '--leader-elect=false',
        `--metricsPort=${metrics}`,
        `--healthzPort=${health}`,
        '--qps=200',
        '--burst=400',
      ],
    },
    async () => (await fetch(`http://127.0.0.1:${health}/healthz`)).ok,
  );
}
