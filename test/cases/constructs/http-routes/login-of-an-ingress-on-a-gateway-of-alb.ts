import { HttpRoutes } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const backends = { service: 'web', port: 80 };
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    rules: [
      { matches: { path: '/old' }, redirect: { path: '/new' } },
      { matches: { path: '/admin' }, backends, listenerRule: { name: 'login' } },
      { backends },
    ],
    ingress: {
      auth: {
        cognito: {
          userPoolARN: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a',
          userPoolClientID: 'x',
          userPoolDomain: 'shop',
        },
      },
    },
  });
}, lbc);
