import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [
      { action: { forward: [{ backend: { service: 'web', port: 80 }, weight: 1 }], stickinessSeconds: 2_592_000 } },
    ],
  });
});
