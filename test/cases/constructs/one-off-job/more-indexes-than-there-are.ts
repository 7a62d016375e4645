import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'migrate', {
    image: 'a/b:1',
    restartPolicy: 'Never',
    completionMode: 'Indexed',
    completions: 3,
    parallelism: 200_000,
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 5,
    managedBy: 'nodomain',
  });
});
