import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { KubeIngress } from '../../imports/k8s';
import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { silence } from '../shared/silence';
import type { AlbRoutes } from './alb-routes';
import { type ExternalDnsProps, externalDnsAnnotations } from './external-dns';
import { judgeAlb } from './judge-alb';
import { resolveAlb } from './resolve-alb';
import { writeServiceSettings } from './service-settings';

export interface AlbIngressProps extends AlbSettings, AlbRoutes {
  /** Name of the Ingress. `@default` the construct's id */
  readonly name?: string;
  /**
   * Name of the IngressClass that serves it. `@default` alb; on a plain cluster the environment's `ingressClassName`
   */
  readonly ingressClassName?: string;
  /**
   * Why the internet may reach it over plain HTTP: a sentence that a reviewer accepts. Silences `eks/require-certificate`.
   * `@default` - without a certificate, an internet-facing Ingress is a finding: an error in production, else a warning
   */
  readonly plainHttp?: string;
  /** Names that external-dns makes for it, where that runs. `@default` - those of its hosts (external-dns) */
  readonly externalDns?: ExternalDnsProps;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly ingress?: Patch };
}

/**
 * An Ingress for the AWS Load Balancer Controller, or for EKS Auto Mode. On a plain cluster it is an Ingress of the
 * environment's class without the controller's annotations.
 * @throws ToolError with everything that the controller would refuse
 * @finding eks/valid-alb-instance-backend
 * @finding eks/require-certificate
 * @finding k8s/no-missing-ingress-backend
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 * @example
 * import { AlbIngress, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const shop = (chart: Chart, web: WebService) =>
 *   new AlbIngress(chart, 'shop', {
 *     host: 'shop',
 *     scheme: 'internet-facing',
 *     paths: [
 *       { backend: web },
 *       { path: '/old', action: { redirect: { path: '/new' } } },
 *     ],
 *   });
 */
export class AlbIngress extends Construct {
  readonly ingress: KubeIngress;
  /** Name of the Ingress. */
  readonly name: string;
  /** The first full host, where there is one. */
  readonly host: string | undefined;
  /** All full hosts. */
  readonly hosts: readonly string[];

  constructor(scope: Construct, id: string, props: AlbIngressProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'AlbIngress', props, AlbIngress);
    this.name = props.name ?? id;
    const resolved = resolveAlb(props, environment, problems);
    const { routes } = resolved;
    const ofDns = externalDnsAnnotations(props.externalDns, environment, problems);
    const annotations = { ...resolved.annotations, ...ofDns };
    this.hosts = routes.hosts;
    this.host = routes.hosts[0];
    const ofServices = judgeAlb(
      { settings: props, resolved, environment, namespace: Chart.of(this).namespace },
      problems,
    );
    problems.raise();
    writeServiceSettings(ofServices);
    for (const shared of routes.sharedOut) shared.ingresses.add(this.name);
    const className =
      environment.platform === 'kubernetes' ? environment.ingressClassName : (props.ingressClassName ?? 'alb');
    this.ingress = new KubeIngress(this, 'Ingress', {
      metadata: { name: this.name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
      spec: { ingressClassName: className, rules: [...routes.rules] },
    });
    override(this.ingress, props.overrides?.ingress);
    if (props.plainHttp !== undefined) silence(this, 'eks/require-certificate', props.plainHttp);
  }
}
