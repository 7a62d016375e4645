import { FargateNamespace } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new FargateNamespace(chart, 'shop', {});
  },
  eksEnvironment({
    compute: {
      ...eksEnvironment().compute,
      fargateProfiles: [{ name: 'batch', selectors: [{ namespace: 'shop', labels: { app: 'batch' } }] }],
    },
  }),
);
