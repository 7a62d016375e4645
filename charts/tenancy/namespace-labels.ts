import type { Environment } from '../../src/model/environment';

/** Labels of a namespace: Pod Security at a level, and readiness gates for load balancer targets on EKS. */
export function namespaceLabels(
  environment: Environment,
  level: 'restricted' | 'baseline' | 'privileged',
): Record<string, string> {
  const security: Record<string, string> = {};
  // The level is enforced as the cluster's own version defines it; restricted is always shown in warnings and audits.
  for (const [mode, value] of [
    ['enforce', level],
    ['audit', 'restricted'],
    ['warn', 'restricted'],
  ] as const) {
    security[`pod-security.kubernetes.io/${mode}`] = value;
    security[`pod-security.kubernetes.io/${mode}-version`] = `v${environment.kubernetesVersion}`;
  }
  return environment.platform === 'eks'
    ? { ...security, 'elbv2.k8s.aws/pod-readiness-gate-inject': 'enabled' }
    : security;
}
