import type { Construct } from 'constructs';
import type {
  KubeDeployment,
  KubeHorizontalPodAutoscalerV2,
  KubePodDisruptionBudget,
  KubeServiceAccount,
} from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { yieldReplicas } from '../autoscaling/scaled-targets';
import type { NlbService } from '../nlb/nlb-service';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { autoscaler } from './autoscaling';
import { type ContainerPatches, patchContainers } from './container-patches';
import type { PortProps } from './container-props';
import { deploymentFor, judgeDeployment } from './deployment';
import { disruptionBudget } from './disruption-budget';
import { type ExposedProps, exposed } from './expose';
import { namingOf } from './labels';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import { type FixedOrScaledReplicas, type ReplicaProps, replicasOf } from './replicas';
import type { DeploymentProps } from './rollout-props';
import { runsOnFargate } from './runs-on-fargate';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import { topologySpread } from './topology-spread';
import { Workload } from './workload';

/** What a worker can be told, beside the number of its Pods. */
export interface WorkerOptions extends PodProps, ReplicaProps, DeploymentProps, ExposedProps {
  /** Ports for probes and for scraping; no Service leads to them but that of `expose`. `@default` - none */
  readonly ports?: readonly Omit<PortProps, 'servicePort' | 'nodePort'>[];
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<Partial<Record<'deployment' | 'container' | 'serviceAccount' | 'disruptionBudget' | 'autoscaler', Patch>>>;
}

/** What a worker can be told. A function that passes some of it on takes `Partial<WorkerOptions>`. */
export type WorkerProps = FixedOrScaledReplicas & WorkerOptions;

/**
 * A server that nobody calls, such as the reader of a queue: Deployment, ServiceAccount, and where more than one Pod can run a
 * PodDisruptionBudget. It is asked nothing unless probes are given, and scales on CPU with `autoscaling`, or by
 * KEDA with a `ScaledObject`.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { Worker } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const mailer = (chart: Chart) =>
 *   new Worker(chart, 'mailer', {
 *     image: 'example.com/mailer:2.1',
 *     env: { QUEUE: 'mails' },
 *     terminationGracePeriodSeconds: 120,
 *   });
 */
export class Worker extends Workload {
  readonly deployment: KubeDeployment;
  readonly serviceAccount?: KubeServiceAccount;
  readonly disruptionBudget?: KubePodDisruptionBudget;
  readonly autoscaler?: KubeHorizontalPodAutoscalerV2;
  /** Ports of the container. */
  readonly ports: readonly PortProps[];
  /** The Service with the load balancer, where `expose` asks for one. */
  readonly nlb?: NlbService;

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'Worker', props, Worker);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    this.ports = props.ports ?? [];
    const { count, most, scaling, isUsual } = replicasOf(props, environment, problems);
    judgeDeployment(props, problems);
    const fargate = runsOnFargate(environment, this.namespace, podLabels(naming, props));
    const spreadWhere = (several: boolean) =>
      topologySpread(props.spread, several && !fargate, naming.selector, 'pod-template-hash');
    const spread = spreadWhere(most > 1);
    const template = podTemplate({
      naming,
      props,
      ports: this.ports,
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate,
      ...defined({ topologySpreadConstraints: spread }),
    });
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    this.deployment = deploymentFor(this, naming, props, count, template);
    const budget = () => override(disruptionBudget(this, naming, props.disruptionBudget), patches.disruptionBudget);
    const make = () => {
      if (props.disruptionBudget === undefined) Object.assign(this, { disruptionBudget: budget() });
    };
    if (isUsual) yieldReplicas(this.deployment, most > 1 ? undefined : { spread: spreadWhere(true), make });
    patchContainers(this.deployment, patches, template);
    override(this.deployment, patches.deployment);
    if (props.disruptionBudget ?? most > 1) this.disruptionBudget = budget();
    if (scaling !== undefined)
      this.autoscaler = override(autoscaler(this, naming, scaling, this.deployment), patches.autoscaler);
    const nlb = exposed(this, props, naming);
    if (nlb !== undefined) this.nlb = nlb;
  }
}
