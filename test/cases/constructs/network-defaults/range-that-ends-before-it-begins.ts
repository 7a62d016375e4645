import { NetworkDefaults } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NetworkDefaults(chart, 'network', { namespace: 'shop', albIngress: { ports: [{ port: 8080, endPort: 80 }] } });
});
