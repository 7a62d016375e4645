import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    backend: { service: 'web', port: 80 },
    subnets: ['subnet-0000000000000001a', 'subnet-0000000000000000a'],
  });
});
