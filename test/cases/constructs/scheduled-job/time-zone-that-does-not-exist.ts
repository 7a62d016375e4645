import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'app', { image: 'example.com/app:1', schedule: '@daily', timeZone: 'Europe/Berlinn' });
});
