import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'job', { image: 'a/b:1', schedule: '@daily', runOn: { nodeGroup: 'genral' } });
});
