import { AdotCollector } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AdotCollector(chart, 'web', {
    image: 'a/b:1',
    serviceAccount: 'web',
    traces: 'xray',
    mode: 'daemonSet',
    overrides: { service: {}, serviceAccount: {} },
  });
});
