import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'app', {
    image: 'example.com/app:1',
    backoffLimitPerIndex: 1,
    successPolicy: { rules: [{ succeededCount: 1 }] },
    restartPolicy: 'Never',
  });
});
