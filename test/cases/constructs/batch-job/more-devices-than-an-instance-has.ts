import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new BatchJob(chart, 'train', { image: 'a/b:1', accelerator: { kind: 'gaudi', count: 9 }, efa: { interfaces: 33 } });
}, karpenter);
