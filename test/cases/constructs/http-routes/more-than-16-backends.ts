import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [{ backends: Array.from({ length: 17 }, () => ({ backend: { service: 'web', port: 80 } })) }],
    });
  },
  gateways('other', { name: 'edge', namespace: 'edge' }),
);
