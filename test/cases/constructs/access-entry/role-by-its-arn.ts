import { AccessEntry } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AccessEntry(chart, 'team', { iamRole: 'arn:aws:iam::111122223333:role/team', groups: ['team'] });
});
