import { GrpcRoute } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new GrpcRoute(chart, 'shop', {
    gateway: { name: 'edge' },
    hosts: Array.from({ length: 17 }, (_, index) => `a${index}`),
    rules: [{ backends: { service: 'web', port: 80 } }],
  });
}, lbc);
