import { ClusterQueue } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterQueue(chart, 'research', { namespaces: [], groups: [], cohort: 'Science', fairSharingWeight: -1 });
});
