import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { KubeIngress } from '../../imports/k8s';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { fargateProfileFor } from '../../src/model/fargate';
import { override, type Patch } from '../shared/override';
import { Problems } from '../shared/problems';
import { albAnnotations, prefixed } from './alb-annotations';
import { autoModeProblems, contradictions, type ExtraAnnotations, extraAnnotations } from './alb-extra-annotations';
import { annotationProblems } from './alb-json-annotations';
import { limitProblems } from './alb-limits';
import { albListeners, listenerProblems, servesTls } from './alb-listeners';
import { type AlbRoutes, type Routes, routesOf, sharedHealthPath } from './alb-routes';
import type { AlbSettings } from './alb-settings';
import { targetGroupProblems } from './alb-target-group';

export interface AlbIngressProps extends AlbSettings, AlbRoutes {
  /** `@default` the construct's id */
  readonly name?: string;
  /** `@default` alb; on a plain cluster the environment's `ingressClassName` */
  readonly ingressClassName?: string;
  readonly overrides?: { readonly ingress?: Patch };
}

/**
 * An Ingress for the AWS Load Balancer Controller, or for EKS Auto Mode. On a plain cluster it is an Ingress of the
 * environment's class without the controller's annotations.
 * @throws ToolError with everything that the controller would refuse
 * @finding eks/valid-alb-instance-backend
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
  readonly name: string;
  /** The first full host, where there is one. */
  readonly host: string | undefined;
  /** All full hosts. */
  readonly hosts: readonly string[];

  constructor(scope: Construct, id: string, props: AlbIngressProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = new Problems(this);
    this.name = props.name ?? id;
    const routes = routesOf(props, environment, problems);
    this.hosts = routes.hosts;
    this.host = routes.hosts[0];
    limitProblems(props, problems);
    listenerProblems(props, problems);
    targetGroupProblems(props, problems);
    const extra = extraAnnotations(props.annotations ?? {}, problems);
    const annotations =
      environment.platform === 'eks' ? this.annotations(props, routes, extra, environment, problems) : extra.foreign;
    problems.raise();
    const className =
      environment.platform === 'kubernetes' ? environment.ingressClassName : (props.ingressClassName ?? 'alb');
    this.ingress = new KubeIngress(this, 'Ingress', {
      metadata: { name: this.name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
      spec: { ingressClassName: className, rules: [...routes.rules] },
    });
    override(this.ingress, props.overrides?.ingress);
  }

  private annotations(
    props: AlbIngressProps,
    routes: Routes,
    extra: ExtraAnnotations,
    environment: EksEnvironment,
    problems: Problems,
  ): Record<string, string> {
    const listeners = albListeners(props, routes.hosts, environment, problems);
    const stated = props.healthCheck?.path ?? extra.alb['healthcheck-path'];
    const healthPath = sharedHealthPath(routes.backends, stated, problems);
    const settings = extra.alb['healthcheck-path'] === undefined ? healthPath : undefined;
    const typed = albAnnotations(props, listeners, settings);
    contradictions(typed, extra, problems);
    annotationProblems(extra.alb, routes, servesTls(listeners), problems);
    this.fargateProblem(props, environment, problems);
    const actions = Object.entries(routes.actions).map(([name, text]) => [`actions.${name}`, text]);
    const annotations = {
      ...typed,
      ...prefixed(Object.fromEntries(actions)),
      ...prefixed(extra.alb),
      ...extra.foreign,
    };
    if (environment.compute.autoMode) autoModeProblems(annotations, problems);
    return annotations;
  }

  /** Nodes are the targets of `instance`, and Pods on Fargate have none that a load balancer can reach. */
  private fargateProblem(props: AlbIngressProps, environment: EksEnvironment, problems: Problems): void {
    const namespace = Chart.of(this).namespace;
    if (props.targetType !== 'instance' || namespace === undefined) return;
    const profile = fargateProfileFor(environment.compute.fargateProfiles, namespace, {});
    problems.unless(
      profile === undefined,
      `targetType instance reaches no Pod of namespace ${namespace}: Fargate profile ${profile?.name} runs them all.`,
      'use targetType: ip.',
    );
  }
}
