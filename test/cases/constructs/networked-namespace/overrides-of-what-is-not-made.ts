import { NetworkedNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NetworkedNamespace(chart, 'web', {
    network: { dns: false, overrides: { 'allow-dns': {} } },
    overrides: { securityGroupPolicy: {} },
  });
});
