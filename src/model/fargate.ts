import type { FargateProfile } from './environment';

/**
 * The profile that catches a Pod at creation: namespace and all labels of one selector match, `*` and `?` allowed.
 * Of several the first by name wins.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 */
export function fargateProfileFor(
  profiles: readonly FargateProfile[],
  namespace: string,
  labels: Readonly<Record<string, unknown>>,
): FargateProfile | undefined {
  const matching = profiles.filter((profile) =>
    profile.selectors.some(
      (s) =>
        matches(s.namespace, namespace) &&
        Object.entries(s.labels).every(([key, value]) => hasLabel(labels, key, value)),
    ),
  );
  return matching.sort((a, b) => (a.name < b.name ? -1 : 1))[0];
}

function hasLabel(labels: Readonly<Record<string, unknown>>, key: string, value: string): boolean {
  return Object.entries(labels).some(([k, v]) => matches(key, k) && matches(value, String(v)));
}

/** Wildcards of EKS: `*` for any characters, `?` for one. */
export function matches(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}
