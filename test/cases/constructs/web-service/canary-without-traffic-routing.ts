import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'web', {
    image: 'a/b:1',
    port: 8080,
    rollout: {
      canary: {
        dynamicStableScale: true,
        pingPong: false,
        steps: [{ setWeight: 120 }, { pause: { duration: 0.5 } }, { setCanaryScale: { replicas: 1 } }],
        maxSurge: 0,
      },
    },
  });
});
