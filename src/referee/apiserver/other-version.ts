import type { Finding } from '../../model/finding';

/**
 * A server of another minor version judges by that version's rules: it may refuse what the environment's own would take,
 * and the other way round.
 * @param serverVersion as the server says it: `v1.33.13-eks-1`
 */
export function otherVersion(environment: string, wanted: string, serverVersion: string): readonly Finding[] {
  const minor = /^v?(\d+\.\d+)\b/.exec(serverVersion)?.[1];
  if (minor === wanted) return [];
  return [
    {
      rule: 'referee/apiserver',
      severity: 'warning',
      environment,
      app: '',
      object: { group: '', kind: 'Environment', name: environment },
      field: 'kubernetesVersion',
      found: serverVersion,
      wanted,
      message: `the API server runs ${serverVersion}, and environment ${environment} is declared as ${wanted}: what it says holds for another version.`,
      fix: `ask a cluster of ${wanted}, or correct kubernetesVersion.`,
      see: 'https://kubernetes.io/releases/version-skew-policy/',
      construct: '',
    },
  ];
}
