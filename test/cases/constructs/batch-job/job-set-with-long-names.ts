import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    name: 'a'.repeat(40),
    jobSet: { replicatedJobs: { 'workers-of-the-pool': { replicas: 10 } } },
  });
}, karpenter);
