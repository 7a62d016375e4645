import { NodePool } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new NodePool(chart, 'general', {
    nodeClass: 'general',
    taints: [{ key: 'a', effect: 'NoSchedule' }],
    startupTaints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }],
  });
}, karpenter);
