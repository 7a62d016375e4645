import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'report', {
    image: 'a/b:1',
    schedule: '@daily',
    completionMode: 'Indexed',
    completions: 4,
    successPolicy: { rules: [] },
  });
});
