import { UdpRoute } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new UdpRoute(chart, 'shop', { gateway: { name: 'edge' }, backends: { service: 'web', port: 80 } });
}, gateways('vpc-lattice'));
