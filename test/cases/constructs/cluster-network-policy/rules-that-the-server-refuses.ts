import { ClusterNetworkPolicy } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterNetworkPolicy(chart, 'all', {
    priority: 1001,
    ingress: [{ action: 'Deny', from: [], ports: [{ port: 90, endPort: 90 }] }],
    egress: [
      { name: 'n'.repeat(101), action: 'Deny', to: [{ hosts: ['example', '*.example.com'] }] },
      { action: 'Accept', to: [{ cidrs: [] }, { cidrs: ['10.0.0.0/33'] }] },
    ],
  });
});
