import { ClusterNetworkPolicy } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterNetworkPolicy(chart, 'all', { priority: 1 });
});
