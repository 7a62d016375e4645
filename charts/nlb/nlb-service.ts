import type { Service } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { KubeService, type ServiceSpec } from '../../imports/k8s';
import { NLB_CLASS } from '../../src/knowledge/aws/nlb-annotations';
import type { NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import type { PlusWorkload } from '../plus/plus-workload';
import { intOrString } from '../shared/kube-values';
import { override, type Patch } from '../shared/override';
import { asPlusService } from '../shared/plus';
import { problemsWith } from '../shared/properties';
import { judgeNlb } from './judge-nlb';
import { prefixedNlb, writeNlb } from './nlb-annotations';
import { type NlbBackend, reachedPods } from './nlb-backend';
import type { NlbExposeProps } from './nlb-expose';
import { type NlbPort, nlbPorts } from './nlb-listeners';
import { resolveNlb } from './resolve-nlb';

export interface NlbServiceProps extends NlbExposeProps {
  /** The workload whose Pods are reached, of ours or of any cdk8s-plus. A port without a name is called `port-<number>`. */
  readonly backend: NlbBackend | PlusWorkload;
  /** Name of the Service. `@default` the construct's id */
  readonly name?: string;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly service?: Patch };
}

/**
 * A Service with a Network Load Balancer of its own, made by the AWS Load Balancer Controller, or by EKS Auto Mode where the
 * environment has it. On a plain cluster it is a Service of type NodePort without the controller's annotations.
 * @throws ToolError with everything that the controller or AWS would refuse
 * @finding eks/valid-nlb-annotation
 * @finding eks/no-missing-nlb-target
 * @finding eks/valid-nlb-target
 * @finding eks/no-missing-load-balancer-path
 * @finding eks/require-certificate
 * @finding eks/ban-public-endpoint
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/
 * @example
 * import { NlbService, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const edge = (chart: Chart, web: WebService) =>
 *   new NlbService(chart, 'edge', {
 *     backend: web,
 *     sourceRanges: ['10.0.0.0/8'],
 *     listeners: { http: { port: 8080, idleTimeoutSeconds: 600 } },
 *     deregistrationDelaySeconds: 60,
 *   });
 */
export class NlbService extends Construct {
  readonly service: KubeService;
  /** Name of the Service. */
  readonly name: string;
  private readonly numbers: readonly number[];

  constructor(scope: Construct, id: string, props: NlbServiceProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'NlbService', props, NlbService);
    this.name = props.name ?? id;
    const pods = reachedPods(props.backend, problems);
    const ports = nlbPorts(pods, props.listeners, problems);
    const settings = resolveNlb(props, ports, environment, problems);
    const written = writeNlb(settings, ports);
    judgeNlb({ props, settings, ports, written, environment, construct: this }, problems);
    problems.raise();
    const isEks = environment.platform === 'eks';
    const annotations = { ...(isEks ? prefixedNlb(written.texts) : {}), ...props.annotations };
    this.service = new KubeService(this, 'Service', {
      metadata: {
        name: this.name,
        ...defined({ labels: props.labels && { ...props.labels } }),
        ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      },
      spec: {
        ...serviceType(settings, environment),
        ...defined({ externalTrafficPolicy: props.externalTrafficPolicy }),
        ports: ports.map(servicePort),
        selector: { ...pods?.selector },
      },
    });
    override(this.service, props.overrides?.service);
    this.numbers = ports.map(({ port }) => port);
  }

  /** Its Service as cdk8s-plus sees one, such as for a backend of its Ingress; the port of the first listener is taken. */
  asPlusService(): Service {
    return asPlusService(this.name, this.numbers);
  }
}

/** Who makes the load balancer is always said: a controller that is installed later would change it. */
function serviceType(settings: NlbSettings, environment: Environment): ServiceSpec {
  if (environment.platform === 'kubernetes') return { type: 'NodePort' };
  const { sourceRanges, targetType } = settings;
  return {
    type: 'LoadBalancer',
    loadBalancerClass: environment.compute.autoMode ? NLB_CLASS.autoMode : NLB_CLASS.controller,
    // Targets that are Pods need no port of the nodes.
    ...(targetType === 'ip' ? { allocateLoadBalancerNodePorts: false } : {}),
    ...(sourceRanges === undefined ? {} : { loadBalancerSourceRanges: [...sourceRanges] }),
  };
}

function servicePort({ name, port, target, transport, appProtocol }: NlbPort) {
  return {
    name,
    port,
    targetPort: intOrString(target),
    ...defined({ protocol: transport === 'UDP' ? transport : undefined, appProtocol }),
  };
}
