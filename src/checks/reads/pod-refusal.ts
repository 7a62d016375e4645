import type { PodTemplate } from '../../model/pod-spec';

/**
 * What the server does about a Pod template that no Pod can be made from, as the end of a sentence.
 * It reads the template of a StatefulSet since 1.34. It never reads a Rollout's, which is not a kind of its own.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/apps/validation/validation.go
 */
export function refusalOf({ owner: { kind } }: PodTemplate, kubernetesVersion: string): string {
  return kind === 'Rollout' || (kind === 'StatefulSet' && kubernetesVersion < '1.34')
    ? `the server takes the ${kind} and refuses every Pod of it`
    : `the server refuses the ${kind}`;
}
