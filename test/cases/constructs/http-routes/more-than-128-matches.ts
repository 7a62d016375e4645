import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: Array.from({ length: 3 }, (_, r) => ({
      matches: Array.from({ length: 50 }, (_x, m) => ({ path: `/${r}/${m}` })),
      backends: { service: 'web', port: 80 },
    })),
  });
}, lbc);
