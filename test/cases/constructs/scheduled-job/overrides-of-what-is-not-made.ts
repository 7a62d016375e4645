import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'web', {
    schedule: '0 3 * * *',
    image: 'a/b:1',
    serviceAccount: { name: 'web' },
    overrides: { serviceAccount: {} },
  });
});
