import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    host: 'shop',
    backend: { service: 'web', port: 80 },
    mutualAuthentication: [
      {
        port: 443,
        mode: 'verify',
        trustStore: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
      },
    ],
  });
});
