import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    host: 'shop',
    backend: { service: 'web', port: 80 },
    mutualAuthentication: [{ port: 80, mode: 'verify', trustStore: 'clients' }],
  });
});
