import { LoadBalancerConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LoadBalancerConfiguration(chart, 'shop', {
    scheme: 'internet-facing',
    subnets: [{ identifier: 'a', privateIPv4Allocation: '10.0.0.1' }],
  });
}, lbc);
