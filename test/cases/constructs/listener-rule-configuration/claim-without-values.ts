import { ListenerRuleConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ListenerRuleConfiguration(chart, 'shop', {
    jwt: {
      issuer: 'a',
      jwksEndpoint: 'https://a.example.com/keys',
      claims: [{ name: 'team', format: 'single-string', values: [] }],
    },
  });
}, lbc);
