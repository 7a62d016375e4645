import { ClusterQueue } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterQueue(chart, 'research', {
    namespaces: 'all',
    groups: [
      {
        flavors: [
          { flavor: 'spot', quotas: { cpu: '64', memory: '256Gi' } },
          { flavor: 'on-demand', quotas: { cpu: { nominal: '8', borrowingLimit: '-4', lendingLimit: '2' } } },
        ],
      },
      { flavors: [{ flavor: 'spot', quotas: { cpu: '-1' } }] },
      { flavors: [] },
      { flavors: [{ flavor: 'empty', quotas: {} }] },
    ],
  });
});
