import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new NodePool(chart, 'general', { nodeClass: 'general', requirements: { instanceCpu: { gt: 1.5 } } });
}, karpenter);
