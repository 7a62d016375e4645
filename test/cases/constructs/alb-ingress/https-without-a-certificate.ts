import { AlbIngress } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new AlbIngress(chart, 'web', {
      scheme: 'internal',
      backend: { service: 'web', port: 80 },
      listenPorts: [{ protocol: 'HTTPS', port: 443 }],
    });
  },
  eksEnvironment({ certificates: [] }),
);
