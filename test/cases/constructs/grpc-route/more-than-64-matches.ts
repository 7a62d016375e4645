import { GrpcRoute } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new GrpcRoute(chart, 'shop', {
    gateway: { name: 'edge' },
    rules: [
      { matches: Array.from({ length: 65 }, () => ({ service: 'a.B' })), backends: { service: 'web', port: 80 } },
    ],
  });
}, lbc);
