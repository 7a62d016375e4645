import { AlbIngressClass } from 'cdk8s-eks';
import { IngressClassParamsSpecScheme } from 'cdk8s-eks/imports/elbv2.k8s.aws';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngressClass(chart, 'alb', { params: { scheme: IngressClassParamsSpecScheme.INTERNET_HYPHEN_FACING } });
}, privateEnvironment());
