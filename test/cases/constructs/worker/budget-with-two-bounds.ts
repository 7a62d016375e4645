import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new Worker(chart, 'app', { image: 'a/b:1', disruptionBudget: { minAvailable: 1, maxUnavailable: 1 } });
});
