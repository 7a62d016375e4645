import { AwsIdentity } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AwsIdentity(chart, 'carts', { iamRole: 'carts', targetRole: 'arn:aws:iam::999988887777:role/carts' });
  },
  eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: { carts: 'retail/carts' } } }),
);
