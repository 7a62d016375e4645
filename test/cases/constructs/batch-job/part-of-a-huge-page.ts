import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    resources: { cpu: '1', memory: '1Gi', extended: { 'hugepages-1Gi': '512Mi' } },
    efa: { interfaces: 1, hugePages: '3Mi' },
  });
}, karpenter);
