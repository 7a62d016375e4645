import { HttpRoutes } from 'cdk8s-eks';
import { kubernetesEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [{ matches: { headers: { 'x-a': 'b' }, method: 'GET' }, backends: { service: 'web', port: 80 } }],
  });
}, kubernetesEnvironment());
