import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    queue: 'research',
    labels: { 'kueue.x-k8s.io/queue-name': 'other' },
  });
});
