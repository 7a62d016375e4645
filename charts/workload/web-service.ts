import type { IPodSelector, ISubject, Service } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  KubeDeployment,
  type KubeHorizontalPodAutoscalerV2,
  type KubePodDisruptionBudget,
  type KubeService,
  type KubeServiceAccount,
} from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { asPlusPodSelector, asPlusService, asPlusSubject } from '../interop/plus';
import { override, type Patch } from '../override';
import { Problems } from '../problems';
import { type AutoscalingProps, autoscaler } from './autoscaling';
import { disruptionBudget } from './disruption-budget';
import { type Labels, selectorLabels } from './labels';
import type { PodProps, PortProps } from './pod-props';
import { podTemplate } from './pod-template';
import { intOrString, type ProbeInput } from './probes';
import { serviceFor } from './service';
import { serviceAccountFor } from './service-account';
import { topologySpread } from './topology-spread';

export interface WebServiceProps extends Omit<PodProps, 'resources'> {
  /** Name of everything that is made, and the label that selects the Pods. `@default` the construct's id */
  readonly component?: string;
  /** Port the container listens on, named `http`. 1–65535. Give this or `ports`. */
  readonly port?: number;
  /** Port of the Service for `port`. `@default` 80 */
  readonly servicePort?: number;
  /** Several ports; the first is the one that load balancers and probes use. */
  readonly ports?: readonly PortProps[];
  /** A name of the environment's `sizes`, or the numbers. `@default` small */
  readonly resources?: PodProps['resources'];
  /** Pods that run, at least 1. `@default` the environment's `minReplicas` */
  readonly replicas?: number;
  /** Replaces `replicas`. `false` is the default. */
  readonly autoscaling?: AutoscalingProps | false;
  /** `@default` - one is made where two or more Pods run */
  readonly disruptionBudget?: boolean;
  /** `@default` - a TCP probe on the first port; give a path of the app for more than "it listens" */
  readonly readiness?: ProbeInput;
  /**
   * Seconds a stopping Pod keeps serving after it has left the endpoints, while load balancers notice.
   * Match it to the target group's deregistration delay. `@default` 10
   */
  readonly preStopSeconds?: number;
  /** `Recreate` for what cannot run twice, such as a Pod with a ReadWriteOnce volume. `@default` - a rolling update */
  readonly strategy?: 'Recreate';
  readonly serviceType?: 'NodePort';
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** Spread over zones and nodes. `@default` true where two or more Pods run; it has no effect on Fargate */
  readonly spread?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: Readonly<
    Partial<Record<'deployment' | 'service' | 'serviceAccount' | 'disruptionBudget' | 'autoscaler', Patch>>
  >;
}

/**
 * A stateless server: Deployment, Service, ServiceAccount, and where more than one Pod runs a PodDisruptionBudget.
 * All are named after the component. Its Pods pass Pod Security *restricted* unless `profile` says otherwise.
 * @throws ToolError with everything that is wrong with the properties
 * @example
 * import { WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const web = (chart: Chart) =>
 *   new WebService(chart, 'web', { image: 'ghcr.io/stefanprodan/podinfo:6.14.1', port: 9898, readiness: { http: '/readyz' } });
 */
export class WebService extends Construct {
  readonly deployment: KubeDeployment;
  readonly service: KubeService;
  /** Absent when an existing ServiceAccount was given. */
  readonly serviceAccount?: KubeServiceAccount;
  readonly serviceAccountName: string;
  readonly disruptionBudget?: KubePodDisruptionBudget;
  readonly autoscaler?: KubeHorizontalPodAutoscalerV2;
  /** Name of the Service and the Deployment. */
  readonly name: string;
  /** Labels that select the Pods. */
  readonly selector: Labels;
  readonly ports: readonly PortProps[];
  /** Path a load balancer may ask for health, where readiness is an HTTP probe. */
  readonly healthPath?: string;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = new Problems(this);
    const name = props.component ?? id;
    this.name = name;
    this.selector = selectorLabels(this, name);
    this.ports = portsOf(props, problems);
    if (props.readiness !== undefined && 'http' in props.readiness) this.healthPath = props.readiness.http;
    const labels = this.selector;
    const scaling = props.autoscaling === false ? undefined : props.autoscaling;
    const replicas = props.replicas ?? environment.minReplicas;
    const fewest = scaling === undefined ? replicas : (scaling.minReplicas ?? environment.minReplicas);
    problems.unless(
      Number.isInteger(replicas) && replicas >= 0,
      `replicas is ${replicas}.`,
      'use a whole number from 0.',
    );
    problems.unless(
      props.replicas === undefined || scaling === undefined,
      'replicas and autoscaling are both given: each sync would undo the autoscaler.',
      'leave replicas out.',
    );

    const account = serviceAccountFor(this, name, props.serviceAccount, labels);
    this.serviceAccountName = account.name;
    if (account.made !== undefined) this.serviceAccount = override(account.made, props.overrides?.serviceAccount);
    const template = podTemplate({
      component: name,
      props: {
        ...props,
        resources: props.resources ?? 'small',
        readiness: props.readiness ?? defaultReadiness(this.ports),
      },
      ports: this.ports,
      labels,
      serviceAccountName: account.name,
      environment,
      problems,
      preStopSeconds: props.preStopSeconds ?? 10,
      ...((props.spread ?? fewest > 1) ? { topologySpreadConstraints: topologySpread(labels) } : {}),
    });
    this.deployment = new KubeDeployment(this, 'Deployment', {
      metadata: { name, labels: { ...labels } },
      spec: {
        ...(scaling === undefined ? { replicas } : {}),
        revisionHistoryLimit: 3,
        selector: { matchLabels: { ...labels } },
        strategy: strategyOf(props.strategy),
        template,
      },
    });
    override(this.deployment, props.overrides?.deployment);
    this.service = serviceFor(this, 'Service', {
      name,
      selector: labels,
      ports: this.ports,
      ...(props.serviceAnnotations === undefined ? {} : { annotations: props.serviceAnnotations }),
      ...(props.serviceType === undefined ? {} : { type: props.serviceType }),
    });
    override(this.service, props.overrides?.service);
    if (props.disruptionBudget ?? fewest > 1) {
      this.disruptionBudget = override(disruptionBudget(this, name, labels), props.overrides?.disruptionBudget);
    }
    if (scaling !== undefined) {
      const made = autoscaler(this, name, { ...scaling, minReplicas: fewest }, labels, problems);
      this.autoscaler = override(made, props.overrides?.autoscaler);
    }
    problems.raise();
  }

  /** The Service's port for the container port that is first, or named. */
  servicePort(name?: string): number {
    const port = name === undefined ? this.ports[0] : this.ports.find((one) => one.name === name);
    if (port === undefined || port.servicePort === false)
      throw new Error(`Service ${this.name} has no port ${name ?? 'at all'}.`);
    return port.servicePort ?? port.containerPort;
  }

  /** For cdk8s-plus's `IngressBackend.fromService`. */
  asPlusService(): Service {
    return asPlusService(
      this.name,
      this.ports.flatMap(({ name, servicePort }) => (servicePort === false ? [] : [this.servicePort(name)])),
    );
  }

  /** For cdk8s-plus's role bindings: the ServiceAccount the Pods run as. */
  asSubject(): ISubject {
    return asPlusSubject(this, this.serviceAccountName, this.deployment.metadata.namespace);
  }

  /** For cdk8s-plus's network policies. */
  asPodSelector(): IPodSelector {
    return asPlusPodSelector(this, this.selector);
  }
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

function defaultReadiness(ports: readonly PortProps[]): ProbeInput {
  return { tcp: ports[0]?.name ?? 'http' };
}

/** No Pod goes before its successor is ready. */
function strategyOf(strategy: 'Recreate' | undefined) {
  if (strategy === 'Recreate') return { type: 'Recreate' };
  return { type: 'RollingUpdate', rollingUpdate: { maxSurge: intOrString('25%'), maxUnavailable: intOrString(0) } };
}
