import { ClusterQueue } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const groups = [{ flavors: [{ flavor: 'spot', quotas: { cpu: '64' } }] }] as const;

export default mistake((chart) => {
  new ClusterQueue(chart, 'research', {
    namespaces: 'all',
    groups,
    preemption: { borrowWithinCohort: { policy: 'LowerPriority' } },
    flavorFungibility: { preference: 'PreemptionOverBorrowing' },
  });
});
