import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [{ matches: { query: { a: 'b' } }, backends: { service: 'web', port: 80 } }],
    });
  },
  gateways('vpc-lattice', { name: 'edge', namespace: 'edge' }),
);
