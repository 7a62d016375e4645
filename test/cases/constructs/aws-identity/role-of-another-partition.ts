import { AwsIdentity } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AwsIdentity(chart, 'carts', { iamRole: 'carts' });
  },
  eksEnvironment({
    identity: {
      mode: 'irsa',
      oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE',
      iamRoles: { carts: 'arn:aws-cn:iam::111122223333:role/carts' },
    },
  }),
);
