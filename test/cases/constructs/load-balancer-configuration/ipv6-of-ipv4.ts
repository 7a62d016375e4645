import { LoadBalancerConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LoadBalancerConfiguration(chart, 'shop', { subnets: [{ identifier: 'a', ipv6Allocation: '2001:db8::1' }] });
}, lbc);
