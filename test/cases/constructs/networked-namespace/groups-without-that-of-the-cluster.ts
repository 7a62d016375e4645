import { NetworkedNamespace } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const { network } = eksEnvironment();

export default mistake(
  (chart) => {
    new NetworkedNamespace(chart, 'serverless', { fargateSecurityGroups: ['clients'] });
  },
  eksEnvironment({ network: { ...network, securityGroups: { clients: 'sg-00000000000000002' } } }),
);
