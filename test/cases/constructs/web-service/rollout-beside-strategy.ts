import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new WebService(chart, 'web', {
    image: 'a/b:1',
    port: 8080,
    strategy: { maxSurge: 1 },
    overrides: { deployment: {} },
    rollout: { canary: {} },
  });
});
