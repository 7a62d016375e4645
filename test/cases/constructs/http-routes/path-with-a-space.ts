import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [{ matches: { path: '/a b' }, backends: { service: 'web', port: 80 } }],
  });
}, lbc);
