import { AutoModeNodeClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { autoMode } from '../../../support/node-makers';

export default mistake((chart) => {
  new AutoModeNodeClass(chart, 'default', { role: 'nodes', securityGroups: [{ name: 'nodes' }] });
}, autoMode);
