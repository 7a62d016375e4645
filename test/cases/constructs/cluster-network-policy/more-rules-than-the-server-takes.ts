import { ClusterNetworkPolicy } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterNetworkPolicy(chart, 'all', {
    priority: 1,
    ingress: Array.from({ length: 101 }, () => ({ action: 'Pass' as const, from: [{}] })),
    egress: [{ action: 'Accept', to: [{ hosts: Array.from({ length: 26 }, (_, i) => `h${i}.example.com`) }] }],
  });
});
