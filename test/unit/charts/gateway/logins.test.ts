import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { render } from '../../../support/render';

const auth = {
  cognito: {
    userPoolARN: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a',
    userPoolClientID: 'x',
    userPoolDomain: 'shop',
  },
};

it('asks for a login by both forms while clients move', () => {
  const environment = gateways('load-balancer-controller', { name: 'edge', namespace: 'edge' });
  const moving = { ...environment, routes: { ...environment.routes, keepIngresses: true } } as typeof environment;
  const objects = render((chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      hosts: ['shop'],
      rules: [{ backends: { service: 'web', port: 80 }, listenerRule: { name: 'login' } }],
      ingress: { auth },
    });
  }, moving);
  expect(objects['Ingress shop']).toMatchObject({
    metadata: { annotations: { 'alb.ingress.kubernetes.io/auth-type': 'cognito' } },
  });
  expect(objects['HTTPRoute shop']).toMatchObject({
    spec: { rules: [{ filters: [{ type: 'ExtensionRef', extensionRef: { name: 'login' } }] }] },
  });
});
