import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new ScheduledJob(chart, 'job', { image: 'a/b:1', schedule: '@daily', runOn: { gpu: { count: 9, kind: 'nvidia' } } });
}, karpenter);
