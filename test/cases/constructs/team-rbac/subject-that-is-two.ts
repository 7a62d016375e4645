import { TeamRbac } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const subjects = [{ group: 'developers', user: 'somebody' }];
  new TeamRbac(chart, 'app', {
    subjects,
    namespaced: { namespace: 'shop', grants: [{ resources: ['pods'], verbs: ['get'] }] },
  });
});
