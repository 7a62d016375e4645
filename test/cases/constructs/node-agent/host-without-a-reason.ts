import { NodeAgent } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NodeAgent(chart, 'app', {
    image: 'example.com/app:1',
    profile: 'restricted',
    host: { reason: ' ', paths: [{ path: 'var/log', mountPath: 'logs' }], ports: { metrics: 0 } },
  });
});
