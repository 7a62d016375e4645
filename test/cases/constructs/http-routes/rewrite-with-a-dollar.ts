import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [{ rewrite: { path: '/a$1' }, backends: { service: 'web', port: 80 } }],
  });
}, lbc);
