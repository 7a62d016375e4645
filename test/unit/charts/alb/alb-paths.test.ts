import { AlbIngress, type AlbPath, WebService } from 'cdk8s-eks';
import { at, listAt, mapAt } from '../../../../src/model/json';
import { render } from '../../../support/render';

const PREFIX = 'alb.ingress.kubernetes.io/';
const web = { service: 'web', port: 80 };

function ingressOf(paths: readonly AlbPath[]): unknown {
  return render((scope) => new AlbIngress(scope, 'web', { scheme: 'internal', paths }))['Ingress web'];
}

/** Path → name of the action that it uses, with the texts of that name. */
function actionsOf(paths: readonly AlbPath[]): Readonly<Record<string, unknown>> {
  const ingress = ingressOf(paths);
  const annotations = mapAt(ingress, 'metadata', 'annotations');
  const [rule] = listAt(ingress, 'spec', 'rules');
  return Object.fromEntries(
    listAt(rule, 'http', 'paths').map((path) => {
      const name = String(at(path, 'backend', 'service', 'name'));
      const texts = ['actions', 'conditions', 'transforms'].map((family) => annotations[`${PREFIX}${family}.${name}`]);
      return [String(at(path, 'path')), [name, ...texts]];
    }),
  );
}

const PATHS: readonly AlbPath[] = [
  { path: '/old', action: { redirect: { path: '/new' } } },
  { path: '/down', action: { fixedResponse: { statusCode: 503 } } },
  { path: '/note', action: { fixedResponse: { statusCode: 503, body: 'closed' } } },
  { path: '/team', backend: web, conditions: { headers: [{ name: 'x-team', values: ['a'] }] } },
  { path: '/cut', backend: web, rewrite: { url: { regex: '^/cut', replace: '' } } },
  { path: '/', backend: web },
];

describe('the actions of paths', () => {
  it('are named after what they do', () => {
    const names = Object.values(actionsOf(PATHS)).map((one) => String(at(one, 0)));
    expect(names).toEqual([
      'redirect-to-new',
      'respond-503',
      expect.stringMatching(/^respond-503-[0-9a-f]{6}$/),
      expect.stringMatching(/^forward-to-web-[0-9a-f]{6}$/),
      expect.stringMatching(/^forward-to-web-[0-9a-f]{6}$/),
      'web',
    ]);
  });

  it('keep names and conditions when a path is inserted', () => {
    const inserted: AlbPath = { path: '/first', action: { redirect: { host: 'www.example.com' } } };
    expect(actionsOf([inserted, ...PATHS])).toMatchObject(actionsOf(PATHS));
  });

  it('keep their names when shares change, and differ where two forward to one Service in other shares', () => {
    const shared = (path: string, weight: number): AlbPath => ({
      path,
      action: {
        forward: [
          { backend: web, weight },
          { backend: { service: 'next', port: 80 }, weight: 100 - weight },
        ],
      },
    });
    const nameAt = (paths: readonly AlbPath[], path: string) => at(actionsOf(paths)[path], 0);
    expect(nameAt([shared('/', 90)], '/')).toBe(nameAt([shared('/', 50)], '/'));
    const both = [shared('/a', 90), shared('/b', 50)];
    expect(nameAt(both, '/a')).not.toBe(nameAt(both, '/b'));
  });

  it('leave a request to the next path of the same name where conditions fail', () => {
    const ingress = ingressOf([
      { path: '/in', backend: web, conditions: { sourceCidrs: ['10.0.0.0/8'] } },
      { path: '/in', action: { fixedResponse: { statusCode: 403 } } },
    ]);
    expect(listAt(listAt(ingress, 'spec', 'rules')[0], 'http', 'paths').map((path) => at(path, 'path'))).toEqual([
      '/in',
      '/in',
    ]);
  });
});

const COGNITO = {
  cognito: {
    userPoolARN: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_a',
    userPoolClientID: 'a1',
    userPoolDomain: 'shop',
  },
};

describe('targetGroup of a path', () => {
  it('stands on the Service of the backend, and the Ingress keeps its own', () => {
    const objects = render((scope) => {
      const options = { image: 'example.com/app:1', port: 8080 };
      const cart = new WebService(scope, 'cart', { ...options, readiness: { http: '/ready' } });
      const queue = new WebService(scope, 'queue', { ...options, readiness: { http: '/healthz' } });
      new AlbIngress(scope, 'web', {
        scheme: 'internal',
        paths: [
          { backend: cart },
          {
            path: '/queue',
            backend: queue,
            targetGroup: { healthCheck: { path: '/healthz' }, stickinessSeconds: 60, auth: { type: 'none' } },
          },
        ],
      });
    });
    expect(mapAt(objects['Service queue'], 'metadata', 'annotations')).toMatchObject({
      [`${PREFIX}healthcheck-path`]: '/healthz',
      [`${PREFIX}auth-type`]: 'none',
      [`${PREFIX}target-group-attributes`]:
        'stickiness.enabled=true,stickiness.lb_cookie.duration_seconds=60,stickiness.type=lb_cookie',
    });
    expect(at(objects['Service cart'], 'metadata', 'annotations')).toBeUndefined();
    expect(at(objects['Ingress web'], 'metadata', 'annotations', `${PREFIX}healthcheck-path`)).toBe('/ready');
  });

  it.each([
    ['the scope of a path', { scope: 'openid email' }, COGNITO],
    ['the login of a path', COGNITO, { scope: 'openid email' }],
  ])('%s stands beside what the Ingress says', (_said, ofPath, ofIngress) => {
    const objects = render((scope) => {
      const cart = new WebService(scope, 'cart', { image: 'example.com/app:1', port: 8080, readiness: { http: '/r' } });
      new AlbIngress(scope, 'web', {
        scheme: 'internal',
        host: 'shop',
        auth: ofIngress,
        paths: [{ backend: cart, targetGroup: { auth: ofPath } }],
      });
    });
    const texts = ['Service cart', 'Ingress web'].map((name) => mapAt(objects[name], 'metadata', 'annotations'));
    expect(texts.filter((text) => text[`${PREFIX}auth-type`] === 'cognito')).toHaveLength(1);
    expect(texts.filter((text) => text[`${PREFIX}auth-scope`] === 'openid email')).toHaveLength(1);
  });
});
