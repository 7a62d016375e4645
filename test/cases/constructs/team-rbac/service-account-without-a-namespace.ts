import { TeamRbac } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new TeamRbac(chart, 'team', {
      subjects: [{ kind: 'ServiceAccount', name: 'ci', metadata: {} }],
      clusterRole: { name: 'view', namespace: 'shop' },
    });
  },
  eksEnvironment(),
  null,
);
