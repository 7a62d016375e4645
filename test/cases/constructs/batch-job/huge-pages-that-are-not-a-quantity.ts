import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new BatchJob(chart, 'train', { image: 'a/b:1', efa: { interfaces: 4, hugePages: 'many' } });
}, karpenter);
