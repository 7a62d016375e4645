import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', {
    image: 'a/b:1',
    port: 8080,
    rollout: { canary: { trafficRouting: { alb: {} } } },
  });
});
