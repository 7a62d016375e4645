import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'web', {
    image: 'a/b:1',
    disruptionBudget: false,
    serviceAccount: { name: 'web' },
    overrides: { serviceAccount: {}, disruptionBudget: {}, autoscaler: {} },
  });
});
