import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [{ backends: { service: 'web', port: 80 } }],
    ingress: {
      inboundCidrs: ['10.0.0.0/8'],
      wafAclArn: 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/0',
    },
  });
}, lbc);
