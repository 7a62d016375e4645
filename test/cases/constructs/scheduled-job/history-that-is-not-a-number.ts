import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'report', {
    image: 'example.com/report:1',
    schedule: '30 4 * * *',
    startingDeadlineSeconds: 5,
    successfulJobsHistoryLimit: -1,
    failedJobsHistoryLimit: 0.5,
  });
});
