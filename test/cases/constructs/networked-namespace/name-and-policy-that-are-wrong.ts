import { NetworkedNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NetworkedNamespace(chart, 'Shop', { network: { albIngress: { cidrs: [] } }, fargateSecurityGroups: ['client'] });
});
