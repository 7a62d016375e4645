import { AccessEntry } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AccessEntry(chart, 'team', { iamRole: 'carts', policies: [{ name: 'AmazonEKSViewerPolicy' as never }] });
});
