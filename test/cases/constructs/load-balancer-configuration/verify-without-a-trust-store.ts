import { LoadBalancerConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LoadBalancerConfiguration(chart, 'shop', {
    listeners: [{ protocol: 'HTTPS', port: 443, mutualAuthentication: { mode: 'verify' } }],
  });
}, lbc);
