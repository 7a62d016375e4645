import { HttpRoutes } from 'cdk8s-eks';
import { gateways } from '../../../support/gateways';
import { render } from '../../../support/render';

const edge = gateways('load-balancer-controller', { name: 'edge', namespace: 'edge' });
const rules = [{ backends: { service: 'web', port: 80 } }];

it('keeps the Ingress protected beside a Gateway that is there, while clients move', () => {
  const moving = { ...edge, routes: { ...edge.routes, keepIngresses: true } } as typeof edge;
  const objects = render((chart) => {
    new HttpRoutes(chart, 'shop', {
      scheme: 'internal',
      hosts: ['shop'],
      rules,
      ingress: { inboundCidrs: ['10.0.0.0/8'] },
    });
  }, moving);
  expect(objects['Ingress shop']).toMatchObject({
    metadata: { annotations: { 'alb.ingress.kubernetes.io/inbound-cidrs': '10.0.0.0/8' } },
  });
  expect(objects['HTTPRoute shop']).toBeDefined();
});

it('lets settings be that protect nothing', () => {
  const objects = render((chart) => {
    new HttpRoutes(chart, 'shop', {
      rules,
      ingress: {
        inboundCidrs: ['0.0.0.0/0'],
        mutualAuthentication: [{ port: 443, mode: 'off' }],
        wafAclArn: 'none',
        shieldAdvancedProtection: false,
        loadBalancerAttributes: { 'idle_timeout.timeout_seconds': '60' },
        listenerAttributes: { 'HTTPS-443': { 'routing.http.response.server.enabled': 'false' } },
        backendProtocol: 'HTTP',
        group: { name: 'shop' },
      },
    });
  }, edge);
  expect(objects['HTTPRoute shop']).toBeDefined();
});
