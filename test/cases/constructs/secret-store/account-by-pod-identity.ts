import { AwsIdentity, SecretStore } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    const serviceAccount = new AwsIdentity(chart, 'reader', { iamRole: 'carts' });
    new SecretStore(chart, 'aws', { serviceAccount });
  },
  eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: { carts: 'retail/carts' } } }),
);
