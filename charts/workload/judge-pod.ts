import { type PodSpec, toJson_PodSpec } from '../../imports/k8s';
import { judgePodClaims } from '../../src/model/devices/judge-pod-claims';
import type { Environment } from '../../src/model/environment';
import { judgePodResources } from '../../src/model/pod-level-resources';
import { judged } from '../scheduling/judged';
import type { Problems } from '../shared/problems';
import { atLeast } from '../shared/version';
import type { PodProps } from './pod-props';

/** What Kubernetes has since 1.34, and passes over in silence before. */
const SINCE_1_34 = ['podResources', 'resourceClaims'] as const;

/** The Pod as a whole, beside what its parts have said. */
export function judgePod(spec: PodSpec, props: PodProps, environment: Environment, problems: Problems): void {
  for (const name of SINCE_1_34)
    problems.unless(
      props[name] === undefined || atLeast(environment, 34),
      `${name} is given, and environment ${environment.name} has Kubernetes ${environment.kubernetesVersion}: a Pod has them since 1.34, and an older server drops them without a word.`,
      'leave it out, or raise kubernetesVersion.',
    );
  judged(judgePodClaims(spec), problems);
  if (spec.resources !== undefined) judged(judgePodResources({ path: [], spec: toJson_PodSpec(spec) ?? {} }), problems);
}
