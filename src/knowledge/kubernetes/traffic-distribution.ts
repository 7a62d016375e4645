/**
 * Minor version of Kubernetes since which a Service takes each value of `trafficDistribution` without a feature gate.
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution (read 2026-11)
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/ (PreferSameTrafficDistribution)
 */
const SINCE: Readonly<Record<string, number>> = { PreferSameZone: 34, PreferSameNode: 34 };

/** The version that a value needs, where this one is older. @param kubernetesVersion such as `1.33` */
export function versionOfDistribution(value: string, kubernetesVersion: string): string | undefined {
  const since = Object.hasOwn(SINCE, value) ? SINCE[value] : undefined;
  return since === undefined || Number(kubernetesVersion.split('.')[1]) >= since ? undefined : `1.${since}`;
}
