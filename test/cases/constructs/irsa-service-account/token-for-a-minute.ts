import { IrsaServiceAccount } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new IrsaServiceAccount(chart, 'carts', { iamRole: 'carts', tokenExpirationSeconds: 60 });
});
