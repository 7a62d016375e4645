import { TeamRbac } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TeamRbac(chart, 'team', {
    subjects: [{ group: 'shop-team' }],
    clusterWide: [
      { nonResourceUrls: ['metrics'], verbs: ['get'] },
      { nonResourceUrls: [], verbs: ['get'] },
    ],
  });
});
