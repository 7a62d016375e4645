import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', {
    quota: false,
    team: { subjects: [{ group: 'a' }] },
    teams: [
      { name: 'team', subjects: [{ group: 'b' }] },
      { name: 'Data Team', subjects: [] },
    ],
  });
});
