import { AwsIdentity } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AwsIdentity(chart, 'carts', { iamRole: 'carts', sessionPolicy: { Version: '2012-10-17', Statement: [] } });
});
