import { NetworkDefaults } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NetworkDefaults(chart, 'network', { namespace: 'shop', albIngress: { cidrs: [] } });
});
