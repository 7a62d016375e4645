import { AutoModeNodeClass } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';
import { autoMode } from '../../../support/node-makers';

export default mistake((chart) => {
  new AutoModeNodeClass(chart, 'own', {
    role: 'nodes',
    securityGroups: [{ name: 'nodes' }],
    ephemeralStorage: { throughput: 1000 },
  });
}, autoMode);
