import { TlsRoute } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TlsRoute(chart, 'shop', { gateway: { name: 'edge' }, hosts: ['my_sql'], backends: { service: 'web', port: 80 } });
}, lbc);
