import { Construct } from 'constructs';
import { IngressClassParams, type IngressClassParamsSpec } from '../../imports/elbv2.k8s.aws';
import { KubeIngressClass } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';

export interface AlbIngressClassProps {
  /** What every Ingress of the class gets, whatever its annotations say. Not for Auto Mode, which has its own kind. */
  readonly params?: IngressClassParamsSpec;
  /** Whether Ingresses without a class get this one. `@default` false */
  readonly isDefault?: boolean;
}

/**
 * The class that AlbIngress names, for the platform team. A plain cluster brings its own class: nothing is rendered.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/ingress_class/
 */
export class AlbIngressClass extends Construct {
  readonly ingressClass?: KubeIngressClass;
  readonly params?: IngressClassParams;

  constructor(scope: Construct, id: string, props: AlbIngressClassProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    if (environment.platform !== 'eks') return;
    const autoMode = environment.compute.autoMode;
    if (props.params !== undefined && !autoMode) {
      this.params = new IngressClassParams(this, 'Params', { metadata: { name: id }, spec: props.params });
    }
    this.ingressClass = new KubeIngressClass(this, 'IngressClass', {
      metadata: {
        name: id,
        ...(props.isDefault === true ? { annotations: { 'ingressclass.kubernetes.io/is-default-class': 'true' } } : {}),
      },
      spec: {
        controller: autoMode ? 'eks.amazonaws.com/alb' : 'ingress.k8s.aws/alb',
        ...(this.params === undefined
          ? {}
          : { parameters: { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: id } }),
      },
    });
  }
}
