import { NODE_LABELS } from './node-labels';

/** A profile's selector of Pods: a namespace, and labels that must all match. Both may hold `*` and `?`. */
export interface FargateSelector {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A Pod's label that says which of several matching profiles takes it. */
export const FARGATE_PROFILE_LABEL = 'eks.amazonaws.com/fargate-profile';

/**
 * What keeps other Pods off its nodes. A Pod that tolerates it, and that no profile took, is never run there.
 * @see https://github.com/aws/amazon-cloudwatch-agent-operator/issues/183 (read in November 2026)
 */
export const FARGATE_TAINT = { key: NODE_LABELS.computeType, value: 'fargate', effect: 'NoSchedule' } as const;

/** Labels of its nodes, with their value where each has the same. */
export const FARGATE_NODE_LABELS: ReadonlyMap<string, string> = new Map([
  [NODE_LABELS.computeType, 'fargate'],
  [NODE_LABELS.architecture, 'amd64'],
  ['kubernetes.io/os', 'linux'],
  ['beta.kubernetes.io/arch', 'amd64'],
  ['beta.kubernetes.io/os', 'linux'],
  ['kubernetes.io/hostname', 'any'],
  [NODE_LABELS.region, 'any'],
  [NODE_LABELS.zone, 'any'],
  ['failure-domain.beta.kubernetes.io/region', 'any'],
  ['failure-domain.beta.kubernetes.io/zone', 'any'],
]);

/**
 * How much a profile holds. The selectors are the limit of EKS's API; the others are quotas of an account that AWS
 * raises on request, so that more is suspicious and not wrong.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html (read in November 2026)
 */
export const FARGATE_LIMITS = { selectors: 5, labels: 5, profiles: 10 } as const;

/**
 * The profile that takes a Pod when the Pod is created: the namespace and all labels of one selector match. Of several
 * profiles the first by name wins, unless the Pod names one, which has to match as well.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 */
export function fargateProfileFor<
  Profile extends { readonly name: string; readonly selectors: readonly FargateSelector[] },
>(profiles: readonly Profile[], namespace: string, labels: Readonly<Record<string, unknown>>): Profile | undefined {
  const named = labels[FARGATE_PROFILE_LABEL];
  const matching = profiles.filter(
    ({ name, selectors }) =>
      (named === undefined || named === name) &&
      selectors.some(
        (selector) =>
          matchesFargate(selector.namespace, namespace) &&
          Object.entries(selector.labels).every(([key, value]) => hasLabel(labels, key, value)),
      ),
  );
  return matching.sort((a, b) => (a.name < b.name ? -1 : 1))[0];
}

function hasLabel(labels: Readonly<Record<string, unknown>>, key: string, value: string): boolean {
  return Object.entries(labels).some(([k, v]) => matchesFargate(key, k) && matchesFargate(value, String(v)));
}

/** Wildcards of EKS: `*` for any characters, `?` for one. */
export function matchesFargate(pattern: string, text: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === text;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}
