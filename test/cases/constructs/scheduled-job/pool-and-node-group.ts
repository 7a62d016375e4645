import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new ScheduledJob(chart, 'job', { image: 'a/b:1', schedule: '@daily', runOn: { pool: 'gpu', nodeGroup: 'general' } });
}, karpenter);
