import { ExternalDnsAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ExternalDnsAddOn(chart, 'dns', {
    policy: 'sync',
    iamRole: 'carts',
    annotationPrefix: 'external-dns.kubernetes.io',
  });
});
