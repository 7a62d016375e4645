import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    managedBy: 'a b/c',
    jobSet: {
      replicatedJobs: { workers: {} },
      network: { subdomain: 'A_b' },
      failurePolicy: {
        rules: [
          { name: '1bad', action: 'FailJobSet' },
          { name: 'host', action: 'RestartJob' },
          { name: 'host', action: 'FailJobSet' },
        ],
      },
    },
  });
});
