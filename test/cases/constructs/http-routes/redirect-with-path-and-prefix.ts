import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      rules: [{ redirect: { hostname: 'a.example.com', path: '/a', prefix: '/b' } }],
    });
  },
  gateways('other', { name: 'edge', namespace: 'edge' }),
);
