import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new NodePool(chart, 'general', { nodeClass: { kind: 'NodeClass', name: 'default' } });
}, karpenter);
