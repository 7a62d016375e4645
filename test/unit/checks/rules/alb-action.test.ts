import { validAlbAnnotation } from '../../../../src/checks/rules/eks/valid-alb-annotation';
import { noMissingIngressBackend } from '../../../../src/checks/rules/k8s/no-missing-ingress-backend';
import type { JsonObject } from '../../../../src/model/json';
import { saidBy } from '../../../support/schemas';

const namespace = 'shop';
const KEY = 'alb.ingress.kubernetes.io/actions.act';

function ingress(action: JsonObject | string): JsonObject {
  const text = typeof action === 'string' ? action : JSON.stringify(action);
  const service = { name: 'act', port: { name: 'use-annotation' } };
  const path = { path: '/', pathType: 'Prefix', backend: { service } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'web', namespace, annotations: { [KEY]: text } },
    spec: { ingressClassName: 'alb', rules: [{ http: { paths: [path, { ...path, path: '/b' }] } }] },
  };
}

const respond = (fixedResponseConfig: JsonObject) => ({ type: 'fixed-response', fixedResponseConfig });
const redirect = (redirectConfig: JsonObject) => ({
  type: 'redirect',
  redirectConfig: { statusCode: 'HTTP_301', ...redirectConfig },
});
const forward = (...targetGroups: readonly JsonObject[]) => ({ type: 'forward', forwardConfig: { targetGroups } });

describe('7.14 an action in an annotation', () => {
  const said = (action: JsonObject | string) => saidBy(validAlbAnnotation, [ingress(action)]);

  it.each([
    [{ type: 'fixed-respons' }, 'type "fixed-respons" is not forward, redirect or fixed-response'],
    [{}, 'type is missing'],
    [{ type: 'redirect' }, 'redirectConfig is missing'],
    [{ type: 'redirect', redirectConfig: {} }, 'redirectConfig.statusCode is missing'],
    [redirect({ statusCode: '301' }), 'redirectConfig.statusCode "301" is not HTTP_301 or HTTP_302'],
    [
      respond({ statusCode: '999' }),
      'fixedResponseConfig.statusCode "999" is not a text such as "503" (2xx, 4xx or 5xx)',
    ],
    [respond({ statusCode: 503 }), 'fixedResponseConfig.statusCode 503 is not a text such as "503" (2xx, 4xx or 5xx)'],
    [
      respond({ statusCode: '503', messageBody: 'ä'.repeat(513) }),
      'fixedResponseConfig.messageBody has 1026 bytes, and AWS takes 1024',
    ],
    [forward(), 'forwardConfig.targetGroups has 0 items, and needs 1'],
    [
      forward({ serviceName: 'a', servicePort: 80, weight: 1 }, { serviceName: 'b', servicePort: 80 }),
      'each of several target groups needs a weight',
    ],
    [
      forward({ serviceName: 'a', servicePort: 80, weight: 1000 }),
      'forwardConfig.targetGroups[0].weight 1000 is not a whole number from 0 to 999',
    ],
    ['[]', 'this is not a JSON object'],
  ])('7.14 is judged as the construct’s: %j', (action, why) => {
    const text = typeof action === 'string' ? action : JSON.stringify(action);
    const words = 'an action such as {"type": "fixed-response", "fixedResponseConfig": {"statusCode": "503"}}';
    expect(said(action)).toEqual([
      `metadata.annotations["${KEY}"]: Ingress shop/web: the annotation actions.act is "${text}", and the controller wants ${words} (${why}). It stops there (FailedBuildModel), for every Ingress of the load balancer. fix: set ${words}.`,
    ]);
  });

  it.each([
    [respond({ statusCode: '503', contentType: 'text/plain' })],
    [redirect({ path: '/b' })],
    [{ type: 'forward', targetGroupARN: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/a/b' }],
    [forward({ targetGroupName: 'a' })],
    ['{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "Port": "443", "StatusCode": "HTTP_301"}}'],
  ])('7.14 is right as %j', (action) => expect(said(action)).toEqual([]));

  it('7.14 is a warning where it redirects to the address that was asked for', () => {
    const idle = `metadata.annotations["${KEY}"]: Ingress shop/web: the action redirects a request to the address that it came to, so the load balancer never carries it out. fix: change the protocol, host, port or path.`;
    expect(said(redirect({}))).toEqual([idle]);
    expect(said(redirect({ host: '#{host}', path: '/#{path}', query: '#{query}' }))).toEqual([idle]);
    expect(said(redirect({ query: 'a=1' }))).toEqual([idle]);
  });
});

describe('7.12 an action that forwards', () => {
  const ports = [{ name: 'http', port: 80 }];
  const web = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace }, spec: { ports } };
  const said = (...targets: readonly JsonObject[]) =>
    saidBy(noMissingIngressBackend, [web, ingress(forward(...targets))]);

  it('7.12 names Services and ports that are there', () => {
    for (const servicePort of [80, '80', 'http']) expect(said({ serviceName: 'web', servicePort })).toEqual([]);
    expect(said({ targetGroupName: 'elsewhere' })).toEqual([]);
    expect(said({ serviceName: 'wbe', servicePort: 80 })).toEqual([
      `metadata.annotations["${KEY}"]: Ingress shop/web: it sends to Service "wbe", which namespace shop does not have. The load balancer answers 503 without any error. Did you mean "web"? fix: name a Service of the namespace, or render it.`,
    ]);
    expect(said({ serviceName: 'web', servicePort: 81 })).toEqual([
      `metadata.annotations["${KEY}"]: Ingress shop/web: it sends to port 81 of Service web, which has 80 (http). The controller stops at "unable to find port", for the whole load balancer. fix: use a port of the Service.`,
    ]);
  });
});
