import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'app', {
    image: 'example.com/app:1',
    completionMode: 'Indexed',
    backoffLimit: -1,
    ttlSecondsAfterFinished: -1,
  });
});
