import { LoadBalancerConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LoadBalancerConfiguration(chart, 'shop', {
    listeners: [{ protocol: 'TLS', port: 443, mutualAuthentication: { mode: 'passthrough' } }],
  });
}, lbc);
