import { TlsRoute } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TlsRoute(chart, 'shop', { gateway: { name: 'edge' }, hosts: ['a', 'b'], backends: { service: 'web', port: 80 } });
}, gateways('vpc-lattice'));
