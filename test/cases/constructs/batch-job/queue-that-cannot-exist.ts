import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    // @ts-expect-error the compiler says it first
    queue: { name: 'Research', priorityClass: 'very_high', requiredTopology: 'a b', preferredTopology: 'zone' },
  });
}, karpenter);
