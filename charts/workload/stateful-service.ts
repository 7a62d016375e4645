import type { Construct } from 'constructs';
import {
  type KubePodDisruptionBudget,
  type KubeService,
  type KubeServiceAccount,
  KubeStatefulSet,
} from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type ClaimTemplate, claimProblems, claimTemplate, withClaimKinds } from './claim-templates';
import type { PortProps } from './container-props';
import { disruptionBudget } from './disruption-budget';
import { namingOf, objectMetadata } from './labels';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import { runsOnFargate } from './runs-on-fargate';
import { judgeServicePorts, serviceFor } from './service';
import { ownServiceAccount } from './service-account';
import { topologySpread } from './topology-spread';
import { CONTAINER, ServedWorkload } from './workload';

export interface StatefulServiceProps extends PodProps {
  /** Ports of the container and of the Service; load balancers use the first. */
  readonly ports: readonly PortProps[];
  /** Pods that run; 0 stops it and keeps the volumes. `@default` 1 */
  readonly replicas?: number;
  /** Volumes of each Pod. A StatefulSet that exists keeps its templates: `docs/growing-a-claim.md` has the steps to larger ones. */
  readonly claims?: readonly ClaimTemplate[];
  /**
   * A Service without an address of its own: its name leads to all Pods, and each Pod has a name below it. `false`
   * gives it one address and takes the Pods' names away.
   * @default true
   */
  readonly headless?: boolean;
  /** `Parallel` starts and stops all Pods at once; updates still go one by one. `@default` OrderedReady (Kubernetes) */
  readonly podManagementPolicy?: 'Parallel';
  /** Seconds a stopping Pod keeps serving after it has left the endpoints. Whole seconds. `@default` 0 */
  readonly preStopSeconds?: number;
  /**
   * Whether a PodDisruptionBudget lets only one Pod be evicted at a time. `@default` - one is made where two or more Pods run
   */
  readonly disruptionBudget?: boolean;
  /** Spread over zones and nodes. `@default` true where two or more Pods run, but not on Fargate, which ignores it */
  readonly spread?: boolean;
  /** Annotations of the Service. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: Readonly<
    Partial<Record<'statefulSet' | 'container' | 'service' | 'serviceAccount' | 'disruptionBudget', Patch>>
  >;
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
    problems.integer('replicas', replicas, 0);
    claimProblems(claims, props, problems);
    judgeServicePorts(props.ports, problems);

    const fargate = runsOnFargate(environment, this.namespace, podLabels(naming, props));
    const spread = props.spread ?? (replicas > 1 && !fargate);
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
      ...(spread ? { topologySpreadConstraints: topologySpread(naming.selector, 'controller-revision-hash') } : {}),
    });
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    this.service = serviceFor(this, naming, {
      ports: props.ports,
      headless: props.headless ?? true,
      ...defined({ annotations: props.serviceAnnotations }),
    });
    override(this.service, patches.service);
    this.statefulSet = new KubeStatefulSet(this, 'StatefulSet', {
      metadata: objectMetadata(naming),
      spec: {
        replicas,
        revisionHistoryLimit: 3,
        selector: { matchLabels: { ...naming.selector } },
        serviceName: name,
        ...defined({ podManagementPolicy: props.podManagementPolicy }),
        template,
        ...(claims.length === 0 ? {} : { volumeClaimTemplates: claims.map(claimTemplate) }),
      },
    });
    withClaimKinds(this.statefulSet, claims);
    override(override(this.statefulSet, patches.container, CONTAINER), patches.statefulSet);
    if (props.disruptionBudget ?? replicas > 1)
      this.disruptionBudget = override(disruptionBudget(this, naming), patches.disruptionBudget);
  }
}
