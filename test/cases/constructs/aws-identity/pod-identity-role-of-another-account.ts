import { AwsIdentity } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AwsIdentity(chart, 'carts', { iamRole: 'carts' });
  },
  eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: { carts: 'arn:aws:iam::999988887777:role/carts' } } }),
);
