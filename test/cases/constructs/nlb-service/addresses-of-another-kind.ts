import { NlbService, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
  new NlbService(chart, 'edge', {
    backend,
    elasticIps: ['eipalloc-0a'],
    ipv6Addresses: ['2001:db8::5'],
    subnets: ['a', 'b'],
    ipv6SourceNat: true,
  });
});
