import { TcpRoute } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TcpRoute(chart, 'shop', { gateway: { name: 'edge' }, backends: { service: 'web', port: 80 } });
});
