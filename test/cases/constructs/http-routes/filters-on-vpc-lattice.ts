import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    const backends = { service: 'web', port: 80 };
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [
        { matches: { path: '/old', pathType: 'Exact' }, redirect: { path: '/new' } },
        { matches: { path: '/api' }, rewrite: { prefix: '/' }, backends },
        { matches: { path: '/a' }, requestHeaders: { set: { a: 'b' } }, responseHeaders: { remove: ['c'] }, backends },
        { backends, timeouts: { request: '5s' } },
      ],
    });
  },
  gateways('vpc-lattice', { name: 'edge', namespace: 'edge' }),
);
