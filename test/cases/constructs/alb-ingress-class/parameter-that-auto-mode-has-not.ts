import { AlbIngressClass } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AlbIngressClass(chart, 'alb', {
      params: { wafv2AclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1234' },
    });
  },
  eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } }),
);
