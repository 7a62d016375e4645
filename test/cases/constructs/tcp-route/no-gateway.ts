import { TcpRoute } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TcpRoute(chart, 'shop', { backends: { service: 'web', port: 80 } });
}, lbc);
