import { AlbIngress } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

const provider = {
  issuer: 'https://id.example.com',
  authorizationEndpoint: 'https://id.example.com/a',
  tokenEndpoint: 'https://id.example.com/t',
  userInfoEndpoint: 'https://id.example.com/u',
  secretName: 'idp',
};

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    host: 'shop',
    backend: { service: 'web', port: 80 },
    annotations: {
      'auth-type': 'oidc',
      'auth-idp-oidc': JSON.stringify({ ...provider, authenticationRequestExtraParam: { display: 'page' } }),
    },
  });
});
