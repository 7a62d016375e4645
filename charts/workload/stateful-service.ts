import type { Construct } from 'constructs';
import type { KubePodDisruptionBudget, KubeService, KubeServiceAccount, KubeStatefulSet } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { claimProblems } from './claim-templates';
import { type ContainerPatches, patchContainers } from './container-patches';
import type { PortProps } from './container-props';
import { disruptionBudget, judgeBudget } from './disruption-budget';
import { judgeExtraServices, judgeService, judgeServicePorts } from './judge-service';
import { namingOf } from './labels';
import { judgePreStop } from './lifecycle';
import { servedPorts } from './pod-containers';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import type { DisruptionBudgetProps } from './rollout-props';
import { runsOnFargate } from './runs-on-fargate';
import { extraServices, serviceFor } from './service';
import { ownServiceAccount } from './service-account';
import type { ServedProps } from './service-props';
import { judgeStatefulSet, type StatefulSetProps, statefulSetFor } from './stateful-set';
import { type SpreadInput, topologySpread } from './topology-spread';
import { ServedWorkload } from './workload';

/** What a server that keeps state can be told. */
export interface StatefulServiceProps extends PodProps, ServedProps, StatefulSetProps {
  /** Ports of the container and of the Service; load balancers use the first. */
  readonly ports: readonly PortProps[];
  /**
   * A Service without an address of its own: its name leads to all Pods, and each Pod has a name below it. `false`
   * gives it one address and takes the Pods' names away.
   * @default true
   */
  readonly headless?: boolean;
  /** Seconds a stopping Pod keeps serving after it has left the endpoints. Whole seconds. `@default` 0 */
  readonly preStopSeconds?: number;
  /**
   * Whether a PodDisruptionBudget lets only one Pod be evicted at a time, or what it lets. `@default` - one is made where two or
   * more Pods run
   */
  readonly disruptionBudget?: boolean | DisruptionBudgetProps;
  /** Spread over zones and nodes. `@default` true where two or more Pods run, but not on Fargate, which ignores it */
  readonly spread?: SpreadInput;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<Partial<Record<'statefulSet' | 'container' | 'service' | 'serviceAccount' | 'disruptionBudget', Patch>>>;
}

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
  readonly ports: readonly PortProps[];

  constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'StatefulService', props, StatefulService);
    const naming = namingOf(this, id, props);
    const { name } = naming;
    this.ports = props.ports;
    const replicas = props.replicas ?? 1;
    const claims = props.claims ?? [];
    problems.unless(
      name.length <= 52,
      `the name "${name}" has ${name.length} characters; Pods carry it with a hash in a label, so 52 fit.`,
      'shorten it.',
    );
    problems.unless(props.ports.length > 0, 'ports is empty.', 'give at least one.');
    const most = replicas === 'external' ? Number.POSITIVE_INFINITY : replicas;
    const served = servedPorts(props.ports, props.sidecars);
    judgeStatefulSet(props, problems);
    claimProblems(claims, props, problems);
    judgeServicePorts(served, problems);
    judgePreStop(props, problems);
    judgeService('service', props.service ?? {}, problems);
    judgeExtraServices(props.services ?? {}, served, problems);
    judgeBudget(props.disruptionBudget, most, problems);

    const fargate = runsOnFargate(environment, this.namespace, podLabels(naming, props));
    const spread = topologySpread(props.spread, most > 1 && !fargate, naming.selector, 'controller-revision-hash');
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
    this.statefulSet = statefulSetFor(this, naming, props, template);
    patchContainers(this.statefulSet, patches, template);
    override(this.statefulSet, patches.statefulSet);
    if (props.disruptionBudget ?? most > 1)
      this.disruptionBudget = override(
        disruptionBudget(this, naming, props.disruptionBudget),
        patches.disruptionBudget,
      );
  }
}
