import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [{ listenerRule: { name: 'login' }, backends: { service: 'web', port: 80 } }],
    });
  },
  gateways('auto-mode', { name: 'edge', namespace: 'edge' }),
);
