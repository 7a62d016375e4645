import { ClusterNetworkPolicy } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterNetworkPolicy(chart, 'all', {
    priority: 10,
    egress: [
      { action: 'Accept', to: [{ hosts: ['api.example.com'] }] },
      { action: 'Pass', to: [{ hosts: ['*.example.com'] }] },
    ],
  });
});
