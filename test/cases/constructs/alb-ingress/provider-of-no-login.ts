import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    host: 'shop',
    backend: { service: 'web', port: 80 },
    auth: {
      type: 'none',
      cognito: {
        userPoolARN: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a',
        userPoolClientID: 'a1',
        userPoolDomain: 'shop',
      },
    },
  });
});
