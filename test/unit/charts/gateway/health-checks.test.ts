import type { Chart } from 'cdk8s';
import { HttpRoutes, WebService } from 'cdk8s-eks';
import { at, mapAt } from '../../../../src/model/json';
import { lbc } from '../../../support/gateways';
import { render } from '../../../support/render';

/** Two Services that are healthy at different paths, one of them behind weights. */
function shop(chart: Chart) {
  const web = (name: string, path: string) =>
    new WebService(chart, name, { image: 'example.com/web:1', port: 8080, readiness: { http: path } });
  new HttpRoutes(chart, 'shop', {
    scheme: 'internal',
    plainHttp: 'test',
    healthCheck: { intervalSeconds: 20 },
    rules: [
      { backends: web('a', '/a') },
      {
        matches: { path: '/b' },
        backends: [{ backend: web('b', '/b'), weight: 2 }],
        healthCheck: { path: '/own', successCodes: '200-299' },
      },
    ],
  });
}

const KEY = 'alb.ingress.kubernetes.io/healthcheck-path';

it('asks a Service behind an Ingress as its rule says, by annotations of the Service', () => {
  const objects = render(shop);
  expect(mapAt(objects['Ingress shop'], 'metadata', 'annotations')[KEY]).toBe('/a');
  expect(mapAt(objects['Service a'], 'metadata', 'annotations')[KEY]).toBeUndefined();
  expect(mapAt(objects['Service b'], 'metadata', 'annotations')).toEqual({
    [KEY]: '/own',
    'alb.ingress.kubernetes.io/success-codes': '200-299',
  });
});

it('asks a Service behind a Gateway as its rule says, by its TargetGroupConfiguration', () => {
  const objects = render(shop, lbc);
  const checkOf = (name: string) =>
    at(objects[`TargetGroupConfiguration ${name}`], 'spec', 'defaultConfiguration', 'healthCheckConfig');
  expect(checkOf('a')).toEqual({ healthCheckInterval: 20, healthCheckPath: '/a' });
  expect(checkOf('b')).toEqual({
    healthCheckInterval: 20,
    healthCheckPath: '/own',
    matcher: { httpCode: '200-299' },
  });
  expect(mapAt(objects['Service b'], 'metadata', 'annotations')).toEqual({});
});
