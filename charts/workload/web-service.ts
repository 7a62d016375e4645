import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type {
  KubeDeployment,
  KubeHorizontalPodAutoscalerV2,
  KubePodDisruptionBudget,
  KubeService,
  KubeServiceAccount,
} from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { yieldReplicas } from '../autoscaling/scaled-targets';
import { planRelease } from '../delivery/release';
import { releaseServices } from '../delivery/release-services';
import type { DeployedOrRolledOut } from '../delivery/strategy-props';
import type { NlbService } from '../nlb/nlb-service';
import { override, type Patch } from '../shared/override';
import { type Problems, refusal } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { SharedOut } from '../shared/shared-out';
import { allGiven, given } from '../shared/without';
import { autoscaler } from './autoscaling';
import { type ContainerPatches, patchContainers } from './container-patches';
import type { PortProps } from './container-props';
import { judgeDeployment } from './deployment';
import { disruptionBudget } from './disruption-budget';
import { type ExposedProps, exposed } from './expose';
import { judgeExtraServices, judgeService, judgeServicePorts } from './judge-service';
import { namingOf } from './labels';
import { judgePreStop } from './lifecycle';
import { servedPorts } from './pod-containers';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import type { OneOrNamedPorts } from './port-props';
import type { AnyProbe, ProbeInput } from './probes';
import { type FixedOrScaledReplicas, type ReplicaProps, replicasOf } from './replicas';
import type { ProgressProps } from './rollout-props';
import { runsOnFargate } from './runs-on-fargate';
import { extraServices, serviceFor } from './service';
import { judgeOwnAccount, ownServiceAccount } from './service-account';
import type { ServedProps } from './service-props';
import { topologySpread } from './topology-spread';
import { ServedWorkload } from './workload';

/** What a server without state can be told, beside its ports and the number of its Pods. */
export interface WebServiceOptions extends PodProps, ReplicaProps, ProgressProps, ServedProps, ExposedProps {
  /** `@default` - a TCP probe on the first port; give a path of the app for more than "it listens" */
  readonly readiness?: ProbeInput | 'none';
  /**
   * Seconds a stopping Pod keeps serving after it has left the endpoints, while load balancers notice. Whole seconds,
   * below `terminationGracePeriodSeconds`. An ALB stops sending new requests within a few seconds, and gives running
   * ones its deregistration delay (300 s unless set): the delay, and what is left of the grace period after this
   * sleep, both have to outlast the longest request. Before Kubernetes 1.30 the image needs a `sleep` command.
   * @default 10
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
   */
  readonly preStopSeconds?: number;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: ContainerPatches &
    Readonly<
      Partial<
        Record<
          'deployment' | 'rollout' | 'container' | 'service' | 'serviceAccount' | 'disruptionBudget' | 'autoscaler',
          Patch
        >
      >
    >;
}

/** What a server without state can be told. A function that passes some of it on takes `Partial<WebServiceOptions>`. */
export type WebServiceProps = OneOrNamedPorts & FixedOrScaledReplicas & DeployedOrRolledOut & WebServiceOptions;

/**
 * A stateless server: Deployment, Service, ServiceAccount, and where more than one Pod can run a PodDisruptionBudget. With
 * `rollout` a Rollout of Argo Rollouts takes the place of the Deployment, and brings the Services that it needs.
 * All are named after the component. Its Pods pass Pod Security *restricted* unless `profile` says otherwise.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const web = (chart: Chart) =>
 *   new WebService(chart, 'web', { image: 'ghcr.io/stefanprodan/podinfo:6.14.1', port: 9898, readiness: { http: '/readyz' } });
 */
export class WebService extends ServedWorkload {
  /** Made where `rollout` is given, in place of the Deployment. */
  readonly rollout?: ApiObject;
  readonly service: KubeService;
  /** Those of `services`, and those that a Rollout needs, by the ends of their names. */
  readonly services: Readonly<Record<string, KubeService>>;
  readonly serviceAccount?: KubeServiceAccount;
  readonly disruptionBudget?: KubePodDisruptionBudget;
  readonly autoscaler?: KubeHorizontalPodAutoscalerV2;
  readonly ports: readonly PortProps[];
  /** The Service with the load balancer, where `expose` asks for one. */
  readonly nlb?: NlbService;
  /** Path a load balancer may ask for health, where readiness is an HTTP probe. */
  readonly healthPath?: string;
  /** The action by which a Rollout shares requests out, where it does; an AlbIngress with this backend has it. */
  readonly sharedOut?: SharedOut;
  private readonly made: KubeDeployment | undefined;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'WebService', props, WebService);
    const naming = namingOf(this, id, props);
    judgeOwnAccount(props, problems);
    this.ports = portsOf(props, problems);
    const served = servedPorts(this.ports, props.sidecars);
    Object.assign(this, defined({ healthPath: httpPathOf(props.readiness) }));
    const { count, most, scaling, isUsual } = replicasOf(props, environment, problems);
    judgeDeployment(allGiven(props), problems);
    judgeServicePorts(served, problems);
    judgePreStop(props, problems);
    judgeService('service', props.service ?? {}, environment, problems);
    judgeExtraServices(props.services ?? {}, served, environment, problems);

    const release = planRelease(allGiven(props), { naming, ports: this.ports, environment }, problems);
    const fargate = runsOnFargate(environment, this.namespace, podLabels(naming, props));
    const spreadWhere = (several: boolean) =>
      topologySpread(props.spread, several && !fargate, naming.selector, release.revisionLabel);
    const spread = spreadWhere(most > 1);
    const template = podTemplate({
      naming,
      props: { ...props, readiness: props.readiness ?? { tcp: this.ports[0]?.name ?? 0 } },
      ports: this.ports,
      serviceAccountName: this.serviceAccountName,
      environment,
      problems,
      fargate,
      preStopSeconds: props.preStopSeconds ?? 10,
      ...defined({ topologySpreadConstraints: spread }),
    });
    problems.raise();

    const patches = props.overrides ?? {};
    const account = ownServiceAccount(this, naming, props, patches.serviceAccount);
    if (account !== undefined) this.serviceAccount = account;
    const { workload, ...made } = release.make(this, count, template);
    this.made = made.deployment;
    Object.assign(this, defined({ rollout: made.rollout, sharedOut: release.plan?.routing }));
    const budget = () => override(disruptionBudget(this, naming, props.disruptionBudget), patches.disruptionBudget);
    const make = () => {
      if (props.disruptionBudget === undefined) Object.assign(this, { disruptionBudget: budget() });
    };
    if (isUsual) yieldReplicas(workload, most > 1 ? undefined : { spread: spreadWhere(true), make });
    patchContainers(workload, patches, template);
    override(workload, patches[release.kind]);
    this.service = override(serviceFor(this, naming, { ...props.service, ports: served }), patches.service);
    this.services = {
      ...extraServices(this, naming, props.services ?? {}, served),
      ...releaseServices(this, naming, release.plan, props.service, served),
    };
    if (props.disruptionBudget ?? most > 1) this.disruptionBudget = budget();
    if (scaling !== undefined)
      this.autoscaler = override(autoscaler(this, naming, scaling, workload), patches.autoscaler);
    Object.assign(this, defined({ nlb: exposed(this, props, naming) }));
  }

  /**
   * The Deployment.
   * @throws ToolError where `rollout` is given: there is a Rollout in its place
   */
  get deployment(): KubeDeployment {
    if (this.made !== undefined) return this.made;
    throw refusal(this, `${this.name} has a Rollout in place of a Deployment.`, 'use its rollout.');
  }
}

function httpPathOf(probe: AnyProbe | 'none' | undefined): string | undefined {
  return typeof probe === 'object' && 'http' in probe ? probe.http : undefined;
}

function portsOf(props: WebServiceProps, problems: Problems): readonly PortProps[] {
  const [port, ports, servicePort] = [given(props.port), given(props.ports), given(props.servicePort)];
  if (ports !== undefined) {
    problems.unless(port === undefined, 'port and ports are both given.', 'put the port into ports.');
    problems.unless(ports.length > 0, 'ports is empty.', 'give at least one.');
    return ports;
  }
  problems.unless(port !== undefined, 'there is neither port nor ports.', 'say which port the container listens on.');
  return port === undefined ? [] : [{ name: 'http', containerPort: port, ...defined({ servicePort }) }];
}
