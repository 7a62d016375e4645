import { AlbIngressClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngressClass(chart, 'alb', { params: { inboundCidRs: ['10.0.0.0/33'] } });
});
