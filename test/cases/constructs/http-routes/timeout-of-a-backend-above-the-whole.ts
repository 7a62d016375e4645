import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [{ timeouts: { request: '10s', backendRequest: '1m' }, backends: { service: 'web', port: 80 } }],
    });
  },
  gateways('other', { name: 'edge', namespace: 'edge' }),
);
