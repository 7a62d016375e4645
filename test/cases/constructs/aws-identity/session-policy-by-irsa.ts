import { AwsIdentity } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AwsIdentity(chart, 'carts', {
    iamRole: 'carts',
    sessionPolicy: { Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] },
  });
});
