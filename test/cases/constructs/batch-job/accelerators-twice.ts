import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    accelerator: { kind: 'nvidia', count: 1 },
    efa: { interfaces: 1, hugePages: '1Gi' },
    resources: {
      cpu: '1',
      memory: '1Gi',
      extended: { 'nvidia.com/gpu': 1, 'vpc.amazonaws.com/efa': 1, 'hugepages-2Mi': '1Gi' },
    },
  });
}, karpenter);
