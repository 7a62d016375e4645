import { AccessEntry } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  // @ts-expect-error the compiler says it first
  new AccessEntry(chart, 'team', { iamRole: 'carts', iamUser: 'ann', groups: ['team'] });
});
