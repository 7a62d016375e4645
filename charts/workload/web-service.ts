import type { Construct } from 'constructs';
import {
  KubeDeployment,
  type KubeHorizontalPodAutoscalerV2,
  type KubePodDisruptionBudget,
  type KubeService,
  type KubeServiceAccount,
} from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { intOrString } from '../shared/kube-values';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { type AutoscalingProps, autoscaler, judgeScaling, type Scaling } from './autoscaling';
import type { PortProps } from './container-props';
import { disruptionBudget } from './disruption-budget';
import { type Naming, namingOf, objectMetadata } from './labels';
import type { PodProps } from './pod-props';
import { podLabels, podTemplate } from './pod-template';
import type { AnyProbe, ProbeInput } from './probes';
import { runsOnFargate } from './runs-on-fargate';
import { judgeServicePorts, serviceFor } from './service';
import { ownServiceAccount } from './service-account';
import { topologySpread } from './topology-spread';
import { CONTAINER, ServedWorkload } from './workload';

export interface WebServiceProps extends PodProps {
  /** Port the container listens on, named `http`. 1–65535. Give this or `ports`. */
  readonly port?: number;
  /** Port of the Service for `port`. 1–65535. `@default` 80 */
  readonly servicePort?: number;
  /** Several ports; the first is the one that load balancers and probes use. */
  readonly ports?: readonly PortProps[];
  /** Pods that run; 0 stops it. `@default` the environment's `minReplicas` */
  readonly replicas?: number;
  /** Replaces `replicas`. `@default` false */
  readonly autoscaling?: AutoscalingProps | false;
  /**
   * Whether a PodDisruptionBudget lets only one Pod be evicted at a time. `@default` - one is made where two or more Pods can
   * run
   */
  readonly disruptionBudget?: boolean;
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
  /** `Recreate` for what cannot run twice, such as a Pod with a ReadWriteOnce volume. `@default` - a rolling update */
  readonly strategy?: 'Recreate';
  /** `NodePort` for load balancers that target nodes. `@default` ClusterIP (Kubernetes) */
  readonly serviceType?: 'NodePort';
  /** Annotations of the Service. */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Spread over zones and nodes. `@default` true where two or more Pods can run, but not on Fargate, which ignores it */
  readonly spread?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. `container` is the main one of the Pod. */
  readonly overrides?: Readonly<
    Partial<
      Record<'deployment' | 'container' | 'service' | 'serviceAccount' | 'disruptionBudget' | 'autoscaler', Patch>
    >
  >;
}

/**
 * A stateless server: Deployment, Service, ServiceAccount, and where more than one Pod can run a PodDisruptionBudget.
 * All are named after the component. Its Pods pass Pod Security *restricted* unless `profile` says otherwise.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const web = (chart: Chart) =>
 *   new WebService(chart, 'web', { image: 'ghcr.io/stefanprodan/podinfo:6.14.1', port: 9898, readiness: { http: '/readyz' } });
 */
export class WebService extends ServedWorkload {
  readonly deployment: KubeDeployment;
  readonly service: KubeService;
  readonly serviceAccount?: KubeServiceAccount;
  readonly disruptionBudget?: KubePodDisruptionBudget;
  readonly autoscaler?: KubeHorizontalPodAutoscalerV2;
  readonly ports: readonly PortProps[];
  /** Path a load balancer may ask for health, where readiness is an HTTP probe. */
  readonly healthPath?: string;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id, props);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'WebService', props, WebService);
    const naming = namingOf(this, id, props);
    this.ports = portsOf(props, problems);
    const healthPath = httpPathOf(props.readiness);
    if (healthPath !== undefined) this.healthPath = healthPath;
    const replicas = props.replicas ?? environment.minReplicas;
    const scaling = scalingOf(props, environment);
    const most = scaling?.maxReplicas ?? replicas;
    judgeReplicas(replicas, props, problems);
    if (scaling !== undefined) judgeScaling(scaling, problems);
    judgeServicePorts(this.ports, problems);

    const fargate = runsOnFargate(environment, this.namespace, podLabels(naming, props));
    const spread = spreadOf(props.spread ?? (most > 1 && !fargate), naming);
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
    this.deployment = new KubeDeployment(this, 'Deployment', {
      metadata: objectMetadata(naming),
      spec: {
        ...defined({ replicas: scaling === undefined ? replicas : undefined }),
        revisionHistoryLimit: 3,
        selector: { matchLabels: { ...naming.selector } },
        strategy: strategyOf(props.strategy),
        template,
      },
    });
    override(override(this.deployment, patches.container, CONTAINER), patches.deployment);
    this.service = serviceFor(this, naming, {
      ports: this.ports,
      ...defined({ annotations: props.serviceAnnotations, type: props.serviceType }),
    });
    override(this.service, patches.service);
    if (props.disruptionBudget ?? most > 1)
      this.disruptionBudget = override(disruptionBudget(this, naming), patches.disruptionBudget);
    if (scaling !== undefined) this.autoscaler = override(autoscaler(this, naming, scaling), patches.autoscaler);
  }
}

function scalingOf({ autoscaling }: WebServiceProps, environment: Environment): Scaling | undefined {
  if (autoscaling === undefined || autoscaling === false) return undefined;
  return { ...autoscaling, minReplicas: autoscaling.minReplicas ?? environment.minReplicas };
}

function httpPathOf(probe: AnyProbe | 'none' | undefined): string | undefined {
  return typeof probe === 'object' && 'http' in probe ? probe.http : undefined;
}

function spreadOf(wanted: boolean, { selector }: Naming) {
  return wanted ? topologySpread(selector, 'pod-template-hash') : undefined;
}

function portsOf(props: WebServiceProps, problems: Problems): readonly PortProps[] {
  if (props.ports !== undefined) {
    problems.unless(props.port === undefined, 'port and ports are both given.', 'put the port into ports.');
    problems.unless(props.ports.length > 0, 'ports is empty.', 'give at least one.');
    return props.ports;
  }
  problems.unless(
    props.port !== undefined,
    'there is neither port nor ports.',
    'say which port the container listens on.',
  );
  return props.port === undefined
    ? []
    : [{ name: 'http', containerPort: props.port, servicePort: props.servicePort ?? 80 }];
}

function judgeReplicas(replicas: number, props: WebServiceProps, problems: Problems): void {
  problems.integer('replicas', replicas, 0);
  problems.unless(
    props.replicas === undefined || props.autoscaling === undefined || props.autoscaling === false,
    'replicas and autoscaling are both given: each sync would undo the autoscaler.',
    'leave replicas out.',
  );
}

/** No Pod goes before its successor is ready. */
function strategyOf(strategy: 'Recreate' | undefined) {
  if (strategy === 'Recreate') return { type: 'Recreate' };
  return { type: 'RollingUpdate', rollingUpdate: { maxSurge: intOrString('25%'), maxUnavailable: intOrString(0) } };
}
