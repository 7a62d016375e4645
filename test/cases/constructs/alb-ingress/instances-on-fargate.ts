import { AlbIngress } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AlbIngress(chart, 'web', { scheme: 'internal', backend: { service: 'web', port: 80 }, targetType: 'instance' });
  },
  eksEnvironment({
    compute: {
      ...eksEnvironment().compute,
      fargateProfiles: [{ name: 'serverless', selectors: [{ namespace: 'shop', labels: {} }] }],
    },
  }),
);
