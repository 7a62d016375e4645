import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    supplementalGroups: [0, 1.5],
    security: { runAsUser: 0, runAsGroup: -1 },
    addCapabilities: [],
  });
});
