import type { Construct } from 'constructs';
import { type DeploymentStrategy, KubeDeployment, type PodTemplateSpec } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import { type Naming, objectMetadata } from './labels';
import type { DeploymentProps } from './rollout-props';

/** @param replicas undefined where somebody else sets them */
export function deploymentFor(
  scope: Construct,
  naming: Naming,
  props: DeploymentProps,
  replicas: number | undefined,
  template: PodTemplateSpec,
): KubeDeployment {
  const { minReadySeconds, progressDeadlineSeconds, paused } = props;
  return new KubeDeployment(scope, 'Deployment', {
    metadata: objectMetadata(naming),
    spec: {
      ...defined({
        replicas,
        revisionHistoryLimit: historyLimit(props.revisionHistoryLimit),
        minReadySeconds,
        progressDeadlineSeconds,
        paused,
        strategy: strategyOf(props.strategy),
      }),
      selector: { matchLabels: { ...naming.selector } },
      template,
    },
  });
}

/** Three old revisions are enough to go back; Git has the others. */
export function historyLimit(limit: number | 'none' | undefined): number | undefined {
  return limit === 'none' ? undefined : (limit ?? 3);
}

/** No Pod goes before its successor is ready. */
export function strategyOf(strategy: DeploymentProps['strategy']): DeploymentStrategy | undefined {
  if (strategy === 'none') return undefined;
  if (strategy === 'Recreate') return { type: 'Recreate' };
  const { maxSurge = '25%', maxUnavailable = 0 } = strategy ?? {};
  return {
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: intOrString(maxSurge), maxUnavailable: intOrString(maxUnavailable) },
  };
}

export function judgeDeployment(props: DeploymentProps, problems: Problems): void {
  const { minReadySeconds = 0, progressDeadlineSeconds = 600, revisionHistoryLimit, strategy } = props;
  problems.integer('minReadySeconds', minReadySeconds, 0);
  problems.integer('progressDeadlineSeconds', progressDeadlineSeconds, 1);
  if (revisionHistoryLimit !== 'none') problems.integer('revisionHistoryLimit', revisionHistoryLimit, 0);
  problems.unless(
    progressDeadlineSeconds > minReadySeconds,
    `progressDeadlineSeconds ${progressDeadlineSeconds} is not above minReadySeconds ${minReadySeconds}; the server refuses it.`,
    'raise progressDeadlineSeconds, or lower minReadySeconds.',
  );
  if (typeof strategy !== 'object') return;
  judgeShare('strategy.maxSurge', strategy.maxSurge, problems);
  judgeShare('strategy.maxUnavailable', strategy.maxUnavailable, problems);
  problems.unless(
    !isZero(strategy.maxSurge ?? '25%') || !isZero(strategy.maxUnavailable ?? 0),
    'strategy: neither a Pod more nor a Pod less may run, so no Pod could be replaced; the server refuses it.',
    'raise maxSurge or maxUnavailable.',
  );
}

/** A number of Pods from 0, or percents. */
export function judgeShare(name: string, value: number | string | undefined, problems: Problems): void {
  if (typeof value === 'number') problems.integer(name, value, 0);
  else
    problems.unless(
      value === undefined || /^\d{1,3}%$/.test(value),
      `${name} is "${value}"; the server refuses it.`,
      'write a whole number, or percents such as "25%".',
    );
}

function isZero(value: number | string): boolean {
  return value === 0 || value === '0%';
}
