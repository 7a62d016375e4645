import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    jobSet: {
      replicatedJobs: { workers: { replicas: 2, parallelism: 4, completions: 4 } },
      coordinator: { replicatedJob: 'workers', jobIndex: 2, podIndex: 4 },
    },
  });
}, karpenter);
