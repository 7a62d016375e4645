import { UdpRoute } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new UdpRoute(chart, 'shop', { gateway: { name: 'edge' }, backends: { service: 'web', port: 'http' } });
}, lbc);
