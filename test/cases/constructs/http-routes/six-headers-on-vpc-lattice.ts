import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [
        {
          matches: { headers: { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1' } },
          backends: { service: 'web', port: 80 },
        },
      ],
    });
  },
  gateways('vpc-lattice', { name: 'edge', namespace: 'edge' }),
);
