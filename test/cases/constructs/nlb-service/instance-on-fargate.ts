import { NlbService, WebService } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    const backend = new WebService(chart, 'web', { image: 'example.com/web:1', port: 8080 });
    new NlbService(chart, 'edge', { backend, targetType: 'instance' });
  },
  eksEnvironment({
    compute: {
      ...eksEnvironment().compute,
      fargateProfiles: [{ name: 'shop', selectors: [{ namespace: 'shop', labels: {} }] }],
    },
  }),
);
