import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { SCALED_OBJECT } from '../../src/knowledge/keda/kinds';
import { judgeBehavior } from '../../src/model/autoscaling/judge-behavior';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import type { FieldVerdict } from '../../src/model/field-verdict';
import { judgeScaledObject } from '../../src/model/keda/judge-scaled-object';
import { judged } from '../scheduling/judged';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { identityFor, ownAuthentication } from './own-authentication';
import { judgeStatedReplicas, judgeTargetNamespace, leaveReplicas, targetReference } from './scale-target';
import type { ScaledObjectProps } from './scaled-object-props';
import { recordTarget } from './scaled-targets';
import { behaviorOf } from './scaling-behavior';
import { triggerSpecs } from './trigger-spec';

/** Where KEDA has the behaviour of its autoscaler. */
const BEHAVIOR = ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'behavior'];

/**
 * Scales a workload by what happens outside of it, by KEDA, down to no Pods at all. One of ours in the same app then leaves its
 * number of Pods out by itself. Where a trigger asks AWS and names no `authentication`, a TriggerAuthentication of the same name is made.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/valid-scaled-object
 * @finding k8s/no-missing-autoscaler-target
 * @see https://keda.sh/docs/2.20/reference/scaledobject-spec/
 * @example
 * import { IrsaServiceAccount, ScaledObject, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const orders = (chart: Chart) => {
 *   const serviceAccount = new IrsaServiceAccount(chart, 'account', { name: 'orders', iamRole: 'orders' });
 *   const target = new WebService(chart, 'orders', { image: 'example.com/orders:1.4', port: 8080, serviceAccount });
 *   const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/111122223333/orders';
 *   return new ScaledObject(chart, 'orders-queue', { target, maxReplicas: 20, triggers: [{ sqs: { queueUrl } }] });
 * };
 */
export class ScaledObject extends Construct {
  /** What is made. */
  readonly scaledObject: ApiObject;
  /** Made where a trigger asks AWS and names no `authentication`. */
  readonly triggerAuthentication?: ApiObject;
  /** Name of the ScaledObject. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: ScaledObjectProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ScaledObject', props, ScaledObject);
    const environment = environmentOf(this);
    const { name = id } = props;
    this.name = name;
    judgeSeconds(props, problems);
    recordTarget(this, targetReference(props.target), props.maxReplicas);
    if (judgeTargetNamespace(this, props.target, problems)) judgeStatedReplicas(props.target, problems);
    const spec = specOf(props, name, environment, problems);
    const identity = identityFor(props, environment, problems);
    judged(judgeScaledObject({ metadata: { name }, spec }), problems);
    const verdicts: FieldVerdict[] = [];
    const minor = Number(environment.kubernetesVersion.split('.')[1]);
    judgeBehavior({ spec }, minor, (verdict) => verdicts.push(verdict), BEHAVIOR);
    judged(verdicts, problems);
    problems.raise();
    leaveReplicas(props.target);
    const metadata = { ...props, name };
    const authentication = ownAuthentication(this, metadata, identity, props.overrides?.triggerAuthentication);
    if (authentication !== undefined) this.triggerAuthentication = authentication;
    this.scaledObject = customObject(this, 'ScaledObject', SCALED_OBJECT, metadata, spec);
    override(this.scaledObject, props.overrides?.scaledObject);
  }
}

function specOf(props: ScaledObjectProps, name: string, environment: Environment, problems: Problems): object {
  const { minReplicas, maxReplicas, idleReplicas, pollingSeconds, cooldownSeconds, initialCooldownSeconds } = props;
  const { fallback } = props;
  const advanced = advancedOf(props);
  return {
    scaleTargetRef: {
      ...targetReference(props.target),
      ...defined({ envSourceContainerName: props.envFromContainer }),
    },
    ...defined({
      minReplicaCount: minReplicas,
      idleReplicaCount: idleReplicas,
      pollingInterval: pollingSeconds,
      cooldownPeriod: cooldownSeconds,
      initialCooldownPeriod: initialCooldownSeconds,
    }),
    maxReplicaCount: maxReplicas,
    ...(fallback && {
      fallback: {
        failureThreshold: fallback.failures,
        replicas: fallback.replicas,
        ...defined({ behavior: fallback.behavior }),
      },
    }),
    ...(Object.keys(advanced).length > 0 && { advanced }),
    triggers: triggerSpecs(props.triggers, name, environment, problems),
  };
}

function advancedOf({ behavior, autoscalerName, restoreReplicas, formula }: ScaledObjectProps): object {
  const config = defined({ name: autoscalerName, behavior: behavior && behaviorOf(behavior) });
  return {
    ...(Object.keys(config).length > 0 && { horizontalPodAutoscalerConfig: config }),
    ...defined({ restoreToOriginalReplicaCount: restoreReplicas }),
    ...(formula && { scalingModifiers: { ...formula } }),
  };
}

function judgeSeconds(props: ScaledObjectProps, problems: Problems): void {
  problems.integer('maxReplicas', props.maxReplicas, 1);
  problems.integer('minReplicas', props.minReplicas, 0);
  problems.integer('pollingSeconds', props.pollingSeconds, 1);
  problems.integer('cooldownSeconds', props.cooldownSeconds, 0);
  problems.integer('initialCooldownSeconds', props.initialCooldownSeconds, 0);
  problems.integer('fallback.failures', props.fallback?.failures, 0);
  problems.integer('fallback.replicas', props.fallback?.replicas, 0);
}
