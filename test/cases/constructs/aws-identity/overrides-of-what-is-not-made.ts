import { AwsIdentity } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AwsIdentity(chart, 'web', { iamRole: 'carts', mechanism: 'irsa', overrides: { association: {} } });
});
