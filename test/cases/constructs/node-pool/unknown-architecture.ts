import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new NodePool(chart, 'general', {
    nodeClass: 'general',
    requirements: { labels: { 'kubernetes.io/arch': ['x86_64'] } },
  });
}, karpenter);
