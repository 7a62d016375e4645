import { NodeAgent } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new NodeAgent(chart, 'app', {
    image: 'example.com/app:1',
    minReadySeconds: -1,
    revisionHistoryLimit: -1,
    updateStrategy: { maxSurge: -1, maxUnavailable: 'all' as '1%' },
  });
});
