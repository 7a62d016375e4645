import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'outside', {
    backend,
    scheme: 'internet-facing',
    privateIpv4Addresses: ['10.10.0.5'],
    ipAddressType: 'dualstack',
    ipv6SourceNatPrefixes: ['auto_assigned'],
  });
});
