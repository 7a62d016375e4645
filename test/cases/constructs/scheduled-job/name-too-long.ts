import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'report-of-everything-that-was-printed-by-all-of-yesterday', {
    image: 'example.com/app:1',
    schedule: '@daily',
  });
});
