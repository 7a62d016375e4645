import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    tls: false,
    certificateArns: ['arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555'],
    rules: [{ backends: { service: 'web', port: 80 } }],
  });
}, lbc);
