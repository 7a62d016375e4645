import { TeamRbac } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TeamRbac(chart, 'team', {
    subjects: [{ group: 'team' }],
    clusterRole: { name: 'view', namespace: 'shop' },
    overrides: { role: {}, roleBinding: {}, clusterRole: {}, clusterRoleBinding: {} },
  });
});
