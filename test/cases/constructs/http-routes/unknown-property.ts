import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', { scheme: 'internal', rules: [{ backend: { service: 'web', port: 80 } }] } as never);
}, lbc);
