import { ListenerRuleConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ListenerRuleConfiguration(chart, 'shop', {
    oidc: {
      issuer: 'https://a.example.com',
      authorizationEndpoint: 'https://a.example.com/a',
      tokenEndpoint: 'https://a.example.com/t',
      userInfoEndpoint: 'https://a.example.com/u',
      secret: 'login',
      sessionTimeoutSeconds: 2_592_000,
    },
  });
}, lbc);
