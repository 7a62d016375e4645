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
        trustStore: 'arn:aws:elasticloadbalancing:us-east-1:111122223333:truststore/clients/0123456789abcdef',
      },
    ],
  });
});
