import type { Construct } from 'constructs';
import type {
  KubeHorizontalPodAutoscalerV2,
  KubePodDisruptionBudget,
  KubeService,
  KubeServiceAccount,
  KubeStatefulSet,
} from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { yieldReplicas } from '../autoscaling/scaled-targets';
import type { NlbService } from '../nlb/nlb-service';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { Without } from '../shared/without';
import { autoscaler } from './autoscaling';
import { claimProblems } from './claim-templates';
import { type ContainerPatches, patchContainers } from './container-patches';
import type { PortProps } from './container-props';
import { disruptionBudget } from './disruption-budget';
import { type ExposedProps, exposed } from './expose';
import { judgeExtraServices, judgeService, judgeServicePorts } from './judge-service';
import { namingOf } from './labels';
import { judgePreStop } from './lifecycle';
import { servedPorts } from './pod-containers';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import type { ProbeInput } from './probes';
import { type NotScaled, type ReplicaProps, replicasOf, type ScaledReplicas } from './replicas';
import { runsOnFargate } from './runs-on-fargate';
import { extraServices, serviceFor } from './service';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import type { ServedProps } from './service-props';
import { judgeStatefulSet, type StatefulSetProps, statefulSetFor } from './stateful-set';
import { topologySpread } from './topology-spread';
import { ServedWorkload } from './workload';

/** What a server that keeps state can be told, beside the number of its Pods. */
export interface StatefulServiceOptions extends PodProps, ServedProps, ExposedProps, StatefulSetProps, ReplicaProps {
  /** Ports of the container and of the Service; load balancers use the first. */
  readonly ports: readonly PortProps[];
  /**
   * A Service without an address of its own: its name leads to all Pods, and each Pod has a name below it. `false`
   * gives it one address and takes the Pods' names away.
   * @default true
   */
  readonly headless?: boolean;
  /**
   * Whether a Pod may be called. `@default` - none, unlike a WebService's: a port of a database is open long before it has
   * recovered, and Pods start one after the other, so a probe that is wrong holds back all others. Give one that asks it, such as
   * `{ exec: ['pg_isready'] }`; without one, a rollout goes on to the next Pod as soon as this one runs
   */
  readonly readiness?: ProbeInput | 'none';
  /** Seconds a stopping Pod keeps serving after it has left the endpoints. Whole seconds. `@default` 0 */
  readonly preStopSeconds?: number;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<
      Partial<
        Record<'statefulSet' | 'container' | 'service' | 'serviceAccount' | 'disruptionBudget' | 'autoscaler', Patch>
      >
    >;
}

/** A number of Pods that keep state. */
export interface FixedStatefulReplicas {
  /**
   * Pods that run; 0 stops it and keeps the volumes; `'external'` writes no number, because somebody else sets it. `@default` 1;
   * no number where a ScaledObject or HorizontalPodAutoscaler of the app scales it
   */
  readonly replicas?: number | 'external';
}

/** A number, or what it follows. Claims of Pods that go stay, unless `claimRetention` says otherwise. */
export type StatefulReplicas =
  | (FixedStatefulReplicas & NotScaled)
  | (ScaledReplicas & Without<'replicas', 'replicas stands beside autoscaling: leave replicas out'>);

/** What a server that keeps state can be told. A function that passes some of it on takes `Partial<StatefulServiceOptions>`. */
export type StatefulServiceProps = StatefulReplicas & StatefulServiceOptions;

/**
 * A server that keeps state: StatefulSet, its Service, ServiceAccount, and claims per Pod.
 * Argo CD deletes none of it without a confirmation.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { StatefulService, storageClassFor } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const queue = (chart: Chart) =>
 *   new StatefulService(chart, 'queue', {
 *     image: 'public.ecr.aws/docker/library/rabbitmq:4.1',
 *     ports: [{ name: 'amqp', containerPort: 5672 }],
 *     claims: [{ name: 'data', size: '10Gi', storageClass: storageClassFor(chart, 'block', 'gp3') }],
 *     mounts: [{ path: '/var/lib/rabbitmq', claimTemplate: 'data' }],
 *   });
 */
export class StatefulService extends ServedWorkload {
  readonly statefulSet: KubeStatefulSet;
  readonly service: KubeService;
  /** Those of `services`, by the ends of their names. */
  readonly services: Readonly<Record<string, KubeService>>;
  readonly serviceAccount?: KubeServiceAccount;
  readonly disruptionBudget?: KubePodDisruptionBudget;
  readonly autoscaler?: KubeHorizontalPodAutoscalerV2;
  readonly ports: readonly PortProps[];
  /** The Service with the load balancer, where `expose` asks for one. */
  readonly nlb?: NlbService;

  constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'StatefulService', props, StatefulService);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    const { name } = naming;
    this.ports = props.ports;
    const claims = props.claims ?? [];
    problems.unless(
      name.length <= 52,
      `the name "${name}" has ${name.length} characters; Pods carry it with a hash in a label, so 52 fit.`,
      'shorten it.',
    );
    problems.unless(props.ports.length > 0, 'ports is empty.', 'give at least one.');
    const { count, most, scaling, isUsual } = replicasOf(props, environment, problems, 1);
    const served = servedPorts(props.ports, props.sidecars);
    judgeStatefulSet(props, problems);
    claimProblems(claims, props, problems);
    judgeServicePorts(served, problems);
    judgePreStop(props, problems);
    judgeService('service', props.service ?? {}, environment, problems);
    judgeExtraServices(props.services ?? {}, served, environment, problems);

    const fargate = runsOnFargate(environment, this.namespace, podLabels(naming, props));
    const spreadWhere = (several: boolean) =>
      topologySpread(props.spread, several && !fargate, naming.selector, 'controller-revision-hash');
    const spread = spreadWhere(most > 1);
    const template = podTemplate({
      naming,
      props,
      ports: props.ports,
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate,
      claimTemplates: claims.map((claim) => claim.name),
      preStopSeconds: props.preStopSeconds ?? 0,
      ...defined({ topologySpreadConstraints: spread }),
    });
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    const service = { headless: props.headless ?? true, ...props.service, ports: served };
    this.service = override(serviceFor(this, naming, service), patches.service);
    this.services = extraServices(this, naming, props.services ?? {}, served);
    this.statefulSet = statefulSetFor(this, naming, props, count, template);
    const budget = () => override(disruptionBudget(this, naming, props.disruptionBudget), patches.disruptionBudget);
    const make = () => {
      if (props.disruptionBudget === undefined) Object.assign(this, { disruptionBudget: budget() });
    };
    if (isUsual) yieldReplicas(this.statefulSet, most > 1 ? undefined : { spread: spreadWhere(true), make });
    patchContainers(this.statefulSet, patches, template);
    override(this.statefulSet, patches.statefulSet);
    if (props.disruptionBudget ?? most > 1) this.disruptionBudget = budget();
    if (scaling !== undefined)
      this.autoscaler = override(autoscaler(this, naming, scaling, this.statefulSet), patches.autoscaler);
    const nlb = exposed(this, props, naming);
    if (nlb !== undefined) this.nlb = nlb;
  }
}
