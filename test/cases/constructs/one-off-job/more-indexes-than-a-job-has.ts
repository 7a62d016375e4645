import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'migrate', {
    image: 'a/b:1',
    restartPolicy: 'Never',
    completionMode: 'Indexed',
    completions: 200_000,
    parallelism: 20_000,
    backoffLimitPerIndex: 1,
  });
});
