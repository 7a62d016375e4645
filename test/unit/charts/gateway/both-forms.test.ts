import type { Chart } from 'cdk8s';
import { HttpRoutes } from 'cdk8s-eks';
import { isJsonObject } from '../../../../src/model/json';
import { lbc } from '../../../support/gateways';
import { render } from '../../../support/render';
import { askIngress } from '../../../support/routing/alb-ingress';
import { askGateway } from '../../../support/routing/http-route';
import { request, shown } from '../../../support/routing/request';

const service = (name: string) => ({ service: name, port: 80 });

/** Rules in an order that helps nobody: the closer ones come last. */
const shop = (chart: Chart) =>
  new HttpRoutes(chart, 'shop', {
    hosts: ['shop', '*.shops.example.org'],
    scheme: 'internet-facing',
    tls: true,
    certificateArns: ['arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555'],
    healthCheck: { path: '/healthz' },
    rules: [
      { backends: service('web') },
      { matches: [{ path: '/api' }, { path: '/rest', pathType: 'Exact' }], backends: service('api') },
      { matches: { path: '/api', headers: { 'X-Canary': 'always' } }, backends: service('canary') },
      { matches: { path: '/api', headers: { 'X-Canary': 'always', 'X-Team': 'blue' } }, backends: service('blue') },
      { matches: { path: '/api', method: 'POST' }, backends: service('writes') },
      { matches: { path: '/api', query: { version: '2' } }, backends: service('api-v2') },
      {
        matches: { path: '/api/orders' },
        backends: [
          { backend: service('orders'), weight: 80 },
          { backend: service('orders-next'), weight: 20 },
        ],
      },
      { matches: { path: '/api/orders/latest', pathType: 'Exact' }, backends: service('latest') },
      { matches: { path: '/old' }, redirect: { path: '/new' } },
      { matches: { path: '/away' }, redirect: { statusCode: 302, hostname: 'other.example.com', scheme: 'https' } },
      { matches: { path: '/plain' }, redirect: { scheme: 'http', port: 8080 } },
      { matches: { path: '/v1' }, rewrite: { prefix: '/' }, backends: service('legacy') },
      { matches: { path: '/v2.0' }, rewrite: { prefix: '/inner' }, backends: service('legacy') },
      {
        matches: { path: '/status', pathType: 'Exact' },
        rewrite: { path: '/healthz', hostname: 'inner.example.com' },
        backends: service('web'),
      },
      { matches: { headers: { cookie: 'beta' } }, backends: service('beta') },
    ],
  });

/** What is asked, and what becomes of it. */
const REQUESTS: readonly (readonly [asked: string, answer: string])[] = [
  ['GET https://shop.test.example.com/', 'web:80'],
  ['GET https://shop.test.example.com/anything/else', 'web:80'],
  ['GET https://shop.test.example.com/apis', 'web:80'],
  ['GET https://shop.test.example.com/api', 'api:80'],
  ['GET https://shop.test.example.com/api/', 'api:80'],
  ['GET https://shop.test.example.com/api/users', 'api:80'],
  ['GET https://shop.test.example.com/API', 'web:80'],
  ['GET https://shop.test.example.com/rest', 'api:80'],
  ['GET https://shop.test.example.com/rest/', 'web:80'],
  ['GET https://shop.test.example.com/rest/more', 'web:80'],
  ['GET https://shop.test.example.com/api x-canary=always', 'canary:80'],
  ['GET https://shop.test.example.com/api x-canary=never', 'api:80'],
  ['GET https://shop.test.example.com/api x-canary=always x-team=blue', 'blue:80'],
  ['GET https://shop.test.example.com/api x-team=blue', 'api:80'],
  ['GET https://shop.test.example.com/ x-canary=always', 'web:80'],
  ['POST https://shop.test.example.com/api', 'writes:80'],
  ['POST https://shop.test.example.com/api x-canary=always x-team=blue', 'writes:80'],
  ['PUT https://shop.test.example.com/api', 'api:80'],
  ['POST https://shop.test.example.com/', 'web:80'],
  ['GET https://shop.test.example.com/api?version=2', 'api-v2:80'],
  ['GET https://shop.test.example.com/api?version=3', 'api:80'],
  ['GET https://shop.test.example.com/api?a=b&version=2', 'api-v2:80'],
  ['GET https://shop.test.example.com/api?version=2 x-canary=always', 'canary:80'],
  ['POST https://shop.test.example.com/api?version=2', 'writes:80'],
  ['GET https://shop.test.example.com/api/orders', 'orders:80 80%, orders-next:80 20%'],
  ['POST https://shop.test.example.com/api/orders/7 x-canary=always', 'orders:80 80%, orders-next:80 20%'],
  ['GET https://shop.test.example.com/api/orders/latest', 'latest:80'],
  ['GET https://shop.test.example.com/api/orders/latest/', 'orders:80 80%, orders-next:80 20%'],
  ['GET https://shop.test.example.com/api/ordersheet', 'api:80'],
  ['GET https://shop.test.example.com/old/page', '301 https://shop.test.example.com/new'],
  ['GET https://shop.test.example.com/older', 'web:80'],
  ['GET https://shop.test.example.com/away/far', '302 https://other.example.com/away/far'],
  ['GET https://shop.test.example.com/plain', '301 http://shop.test.example.com:8080/plain'],
  ['GET https://shop.test.example.com/v1', 'legacy:80 as /'],
  ['GET https://shop.test.example.com/v1/a/b', 'legacy:80 as /a/b'],
  ['GET https://shop.test.example.com/v10', 'web:80'],
  ['GET https://shop.test.example.com/v2.0/x', 'legacy:80 as /inner/x'],
  ['GET https://shop.test.example.com/v2.0', 'legacy:80 as /inner'],
  ['GET https://shop.test.example.com/v2a0/x', 'web:80'],
  ['GET https://shop.test.example.com/status', 'web:80 as inner.example.com/healthz'],
  ['GET https://shop.test.example.com/status/', 'web:80'],
  ['GET https://shop.test.example.com/what cookie=beta', 'beta:80'],
  ['GET https://shop.test.example.com/api cookie=beta', 'api:80'],
  ['GET https://berlin.shops.example.org/api', 'api:80'],
  ['GET https://shops.example.org/api', '404'],
  ['GET https://other.test.example.com/api', '404'],
  ['GET http://shop.test.example.com/api', '301 https://shop.test.example.com/api'],
  ['POST http://berlin.shops.example.org/old', '301 https://berlin.shops.example.org/old'],
];

const [asIngress, asGateway] = [render(shop), render(shop, lbc)];
const routes = Object.entries(asGateway).flatMap(([name, value]) => (name.startsWith('HTTPRoute ') ? [value] : []));

function found(object: unknown) {
  if (!isJsonObject(object)) throw new Error('the object is not rendered');
  return object;
}

describe('routes as an Ingress and as a Gateway', () => {
  it('are one object of each form, and the table is long enough', () => {
    expect([routes.length, REQUESTS.length >= 40]).toEqual([2, true]);
  });

  it.each(REQUESTS)('%s is answered alike: %s', (text, wanted) => {
    const asked = request(text);
    const answers = [
      askIngress(found(asIngress['Ingress shop']), asked),
      askGateway(found(asGateway['Gateway shop']), routes, asked),
    ];
    expect(answers.map((answer) => shown(answer, asked))).toEqual([wanted, wanted]);
  });
});
