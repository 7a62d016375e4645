import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new NodePool(chart, 'general', { nodeClass: 'general', disruption: { budgets: [{ nodes: 1, duration: '1h' }] } });
}, karpenter);
