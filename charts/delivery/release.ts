import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubeDeployment, PodTemplateSpec } from '../../imports/k8s';
import { RELEASE_LABEL } from '../../src/knowledge/argocd/rollouts';
import type { Environment } from '../../src/model/environment';
import { onlyMade } from '../shared/made';
import type { Problems } from '../shared/problems';
import type { PortProps } from '../workload/container-props';
import { deploymentFor } from '../workload/deployment';
import type { Naming } from '../workload/labels';
import type { DeploymentProps } from '../workload/rollout-props';
import type { ServedProps } from '../workload/service-props';
import { type DeliveryPlan, deliveryPlan } from './delivery-plan';
import { judgeAnalyses } from './judge-analyses';
import { judgeReleaseServices } from './release-services';
import { judgeRolloutStrategy, rolloutFor } from './rollout-object';
import type { RolledOut } from './strategy-props';

/** How new versions of a workload come: by a Deployment, or by a Rollout. */
export interface Release {
  readonly kind: 'deployment' | 'rollout';
  /** What a Rollout needs beside. */
  readonly plan?: DeliveryPlan;
  /** The label by which the controller tells Pods of one version. */
  readonly revisionLabel: string;
  /** Makes the object. @param replicas undefined where somebody else sets them */
  make(scope: Construct, replicas: number | undefined, template: PodTemplateSpec): MadeRelease;
}

/** The object that runs the Pods. */
export interface MadeRelease {
  readonly workload: ApiObject;
  readonly deployment?: KubeDeployment;
  readonly rollout?: ApiObject;
}

interface ReleaseProps extends DeploymentProps, ServedProps, RolledOut {
  readonly overrides?: object;
}

interface ReleasePlace {
  readonly naming: Naming;
  readonly ports: readonly PortProps[];
  readonly environment: Environment;
}

/** Everything that is wrong with the strategy of a Rollout is a problem. */
export function planRelease(
  props: ReleaseProps,
  { naming, ports, environment }: ReleasePlace,
  problems: Problems,
): Release {
  const strategy = props.rollout;
  problems.unless(
    strategy === undefined || props.strategy === undefined,
    'strategy and rollout are both given: a Rollout has its own strategy.',
    'leave strategy out.',
  );
  onlyMade(
    props.overrides,
    {
      deployment: strategy === undefined || 'there is a Rollout in its place',
      rollout: strategy !== undefined || 'rollout is not given',
    },
    problems,
  );
  if (strategy === undefined)
    return {
      kind: 'deployment',
      revisionLabel: 'pod-template-hash',
      make(scope, replicas, template) {
        const deployment = deploymentFor(scope, naming, props, replicas, template);
        return { workload: deployment, deployment };
      },
    };
  const plan = deliveryPlan(strategy, { name: naming.name, ports, environment }, problems);
  judgeReleaseServices(plan, props, problems);
  judgeAnalyses(strategy, problems);
  judgeRolloutStrategy(strategy, { naming, props, plan }, problems);
  return {
    kind: 'rollout',
    plan,
    revisionLabel: RELEASE_LABEL,
    make(scope, replicas, template) {
      const rollout = rolloutFor(scope, strategy, { naming, props, plan }, replicas, template);
      return { workload: rollout, rollout };
    },
  };
}
