import { AwsIdentity } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AwsIdentity(chart, 'carts', {
      iamRole: 'carts',
      sessionPolicy: '{"Statment":[]}',
      disableSessionTags: false,
    });
  },
  eksEnvironment({ identity: { mode: 'podIdentity', iamRoles: { carts: 'retail/carts' } } }),
);
