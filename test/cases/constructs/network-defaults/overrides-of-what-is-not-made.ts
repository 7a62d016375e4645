import { NetworkDefaults } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NetworkDefaults(chart, 'web', { namespace: 'shop', dns: false, overrides: { 'allow-dns': {} } });
});
