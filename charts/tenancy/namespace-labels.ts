import type { Environment } from '../../src/model/environment';

/** How much Pods of a namespace may ask of their node. */
export type PodSecurityLevel = 'restricted' | 'baseline' | 'privileged';

/**
 * Labels of a namespace: Pod Security at a level, and readiness gates for load balancer targets on EKS. The level is
 * pinned to the environment's Kubernetes version, so that an upgrade of the control plane refuses no Pod by surprise:
 * the change shows in a diff first. The audit log always names what falls short of restricted; warnings are given for
 * what the level refuses, and for nothing else.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function namespaceLabels(environment: Environment, level: PodSecurityLevel): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [mode, value] of [
    ['enforce', level],
    ['audit', 'restricted'],
    ['warn', level],
  ] as const) {
    labels[`pod-security.kubernetes.io/${mode}`] = value;
    labels[`pod-security.kubernetes.io/${mode}-version`] = `v${environment.kubernetesVersion}`;
  }
  if (environment.platform === 'eks') labels[readinessGateLabel(environment.compute.autoMode)] = 'enabled';
  return labels;
}

/**
 * Lets the load balancer's webhook add a readiness gate to new Pods, so that a rollout waits for healthy targets. The
 * webhook of Auto Mode looks for a label of its own.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/deploy/pod_readiness_gate/
 */
function readinessGateLabel(autoMode: boolean): string {
  return autoMode ? 'eks.amazonaws.com/pod-readiness-gate-inject' : 'elbv2.k8s.aws/pod-readiness-gate-inject';
}
