import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    backend: { service: 'web', port: 80 },
    wafAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1234',
  });
});
