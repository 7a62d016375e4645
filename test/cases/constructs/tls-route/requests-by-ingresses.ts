import { TlsRoute } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TlsRoute(chart, 'shop', { gateway: { name: 'edge' }, hosts: ['sql'], backends: { service: 'web', port: 80 } });
});
