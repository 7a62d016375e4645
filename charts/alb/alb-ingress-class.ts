import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { IngressClassParams, type IngressClassParamsSpec } from '../../imports/elbv2.k8s.aws';
import { KubeIngressClass } from '../../imports/k8s';
import { CIDRS } from '../../src/knowledge/aws/load-balancer-values';
import { environmentOf } from '../../src/model/environment-context';
import { onlyMade } from '../shared/made';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judgeScheme } from '../shared/public-scheme';
import { autoModeClassParams } from './auto-mode-class-params';

export interface AlbIngressClassProps {
  /** Name of the IngressClass and of its parameters. `@default` the construct's id */
  readonly name?: string;
  /**
   * What every Ingress of the class gets, whatever its annotations say. Where the environment is EKS Auto Mode they are
   * rendered as that kind takes them; what it does not know is refused.
   */
  readonly params?: IngressClassParamsSpec;
  /** Whether Ingresses without a class get this one. One class of a cluster may be it. `@default` false */
  readonly isDefault?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly ingressClass?: Patch; readonly params?: Patch };
}

/**
 * The class that AlbIngress names, for the platform team. A plain cluster brings its own class: nothing is rendered.
 * Delete the class after its Ingresses: the controller needs it to take their load balancers down.
 * @throws ToolError with everything that is wrong with the parameters
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/ingress_class/
 * @example
 * import { AlbIngressClass } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const albClass = (chart: Chart) =>
 *   new AlbIngressClass(chart, 'alb', { params: { tags: [{ key: 'team', value: 'platform' }] }, isDefault: true });
 */
export class AlbIngressClass extends Construct {
  /** Absent on a plain cluster. */
  readonly ingressClass?: KubeIngressClass;
  /** Absent on a plain cluster, and where no parameters are given. */
  readonly params?: ApiObject;
  /** For Ingresses; on a plain cluster the environment's own class. */
  readonly ingressClassName: string;

  constructor(scope: Construct, id: string, props: AlbIngressClassProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'AlbIngressClass', props, AlbIngressClass);
    judgeParams(props.params ?? {}, problems);
    judgeScheme('params.scheme', props.params?.scheme, environment, problems);
    if (environment.platform !== 'eks') {
      problems.raise();
      this.ingressClassName = environment.ingressClassName;
      return;
    }
    const name = props.name ?? id;
    this.ingressClassName = name;
    const { autoMode } = environment.compute;
    const autoModeSpec =
      autoMode && props.params !== undefined ? autoModeClassParams(props.params, problems) : undefined;
    onlyMade(props.overrides, { params: props.params !== undefined || 'params is not given' }, problems);
    problems.raise();
    if (props.params !== undefined) {
      this.params = autoModeSpec
        ? new ApiObject(this, 'Params', {
            apiVersion: 'eks.amazonaws.com/v1',
            kind: IngressClassParams.GVK.kind,
            metadata: { name },
            spec: autoModeSpec,
          })
        : new IngressClassParams(this, 'Params', { metadata: { name }, spec: props.params });
      override(this.params, props.overrides?.params);
    }
    this.ingressClass = new KubeIngressClass(this, 'IngressClass', {
      metadata: {
        name,
        ...(props.isDefault === true ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {}),
      },
      spec: {
        controller: autoMode ? 'eks.amazonaws.com/alb' : 'ingress.k8s.aws/alb',
        ...(this.params === undefined
          ? {}
          : { parameters: { apiGroup: this.params.apiGroup, kind: this.params.kind, name } }),
      },
    });
    override(this.ingressClass, props.overrides?.ingressClass);
  }
}

function judgeParams(spec: IngressClassParamsSpec, problems: Problems): void {
  const { inboundCidRs = [], subnets } = spec;
  const wanted = CIDRS.judge(inboundCidRs, () => undefined);
  problems.unless(
    wanted === undefined,
    `params.inboundCidRs is ${JSON.stringify(inboundCidRs)}, and the controller’s webhook wants ${wanted}${CIDRS.why(inboundCidRs.join())}.`,
    `use ${wanted}.`,
  );
  problems.unless(
    subnets === undefined || (subnets.ids === undefined) !== (subnets.tags === undefined),
    'params.subnets takes either ids or tags; the controller’s webhook refuses anything else.',
    'give one of them.',
  );
}
