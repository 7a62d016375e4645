import { HttpRoutes } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [{ responseHeaders: { remove: ['server'] }, backends: { service: 'web', port: 80 } }],
  });
});
