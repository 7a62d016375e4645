import { AlbIngress } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AlbIngress(chart, 'web', {
      scheme: 'internal',
      backend: { service: 'web', port: 80 },
      annotations: { 'shield-advanced-protection': 'true' },
    });
  },
  eksEnvironment({ compute: { ...eksEnvironment().compute, autoMode: true } }),
);
