import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [{ backends: { service: 'web', port: 80 } }],
      ingress: {
        annotations: {
          'jwt-validation': '{"jwksEndpoint":"https://a.example.com/k","issuer":"https://a.example.com"}',
        },
      },
    });
  },
  gateways('auto-mode', { name: 'edge', namespace: 'edge' }),
);
