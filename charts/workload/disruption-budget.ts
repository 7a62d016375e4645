import type { Construct } from 'constructs';
import { KubePodDisruptionBudget } from '../../imports/k8s';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { given } from '../shared/without';
import { judgeShare } from './deployment';
import { type Naming, objectMetadata } from './labels';
import type { DisruptionBudgetProps } from './rollout-props';

/** One Pod at a time may be evicted unless it says otherwise, and Pods that are not ready never block a drain. */
export function disruptionBudget(
  scope: Construct,
  naming: Naming,
  props: DisruptionBudgetProps | boolean | undefined,
): KubePodDisruptionBudget {
  const bounds = typeof props === 'object' ? props : { maxUnavailable: 1 };
  return new KubePodDisruptionBudget(scope, 'DisruptionBudget', {
    metadata: objectMetadata(naming),
    spec: {
      ...Object.fromEntries(boundsOf(bounds).map(([name, value]) => [name, intOrString(value)])),
      selector: { matchLabels: { ...naming.selector } },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    },
  });
}

/** @param most Pods that run */
export function judgeBudget(
  props: DisruptionBudgetProps | boolean | undefined,
  most: number,
  problems: Problems,
): void {
  if (typeof props !== 'object') return;
  problems.unless(
    boundsOf(props).length === 1,
    'disruptionBudget has minAvailable and maxUnavailable, and a budget has one bound; the server refuses it.',
    'leave one of them out.',
  );
  for (const [name, value] of boundsOf(props)) judgeShare(`disruptionBudget.${name}`, value, problems);
  const blocks = 'minAvailable' in props ? props.minAvailable : undefined;
  problems.unless(
    blocks === undefined || !(blocks === '100%' || (typeof blocks === 'number' && blocks >= most)),
    `disruptionBudget.minAvailable is ${blocks} of ${most} Pods: no node could be drained, and no upgrade of the cluster would end.`,
    'lower it, or use maxUnavailable: 1.',
  );
}

/** The bound that is given, with its name. */
function boundsOf(props: DisruptionBudgetProps): readonly (readonly [string, number | string])[] {
  return Object.entries(props).flatMap(([name, value]) => {
    const bound = given<number | string | undefined>(value);
    return bound === undefined ? [] : [[name, bound] as const];
  });
}
