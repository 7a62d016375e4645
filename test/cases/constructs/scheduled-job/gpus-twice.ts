import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new ScheduledJob(chart, 'job', {
    image: 'a/b:1',
    schedule: '@daily',
    runOn: { gpu: { count: 1, kind: 'nvidia' } },
    resources: { cpu: '1', memory: '1Gi', extended: { 'nvidia.com/gpu': 1 } },
  });
}, karpenter);
