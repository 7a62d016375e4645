import { AutoModeNodeClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { karpenter } from '../../../support/node-makers';

export default mistake((chart) => {
  new AutoModeNodeClass(chart, 'own', { role: 'nodes', securityGroups: [{ name: 'nodes' }] });
}, karpenter);
