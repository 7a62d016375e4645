import { AccessEntry } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AccessEntry(chart, 'team', { iamUser: 'arn:aws:iam::111122223333:user/ann', groups: ['team'] });
});
