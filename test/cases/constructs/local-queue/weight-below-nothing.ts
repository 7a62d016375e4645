import { LocalQueue } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LocalQueue(chart, 'nightly', { clusterQueue: 'research', fairSharingWeight: -2 });
});
