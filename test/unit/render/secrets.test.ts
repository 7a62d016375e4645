import { ApiObject, type Chart, JsonPatch, Lazy } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
import { layout } from '../../../src/render/layout';
import { renderApp } from '../../../src/render/render-app';
import { eksEnvironment } from '../../support/environment';

const SECRET = 'EXAMPLE-VALUE';

const secret = (scope: Chart, stringData: object, name = 'a') =>
  new ApiObject(scope, name, { apiVersion: 'v1', kind: 'Secret', metadata: { name }, ...{ stringData } });

function thrownBy(charts: (scope: Chart) => void, stock: boolean): Error {
  const app = defineApp({ name: 'shop', owner: 'retail', namespace: 'shop', charts });
  try {
    layout(renderApp(app, eksEnvironment(), { scopes: new Map(), stock }), () => 'apps/shop.ts');
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was refused');
}

/** Whatever somebody may print of it. */
function allOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return `${error.message} ${error.stack} ${JSON.stringify(error)} ${allOf(error.cause)}`;
}

describe.each([
  ['with the faster JSON', false],
  ['with cdk8s as it is', true],
])('an error %s', (_which, stock) => {
  it('5.1 a JSON patch that fails on a Secret does not print the Secret', () => {
    const error = thrownBy(
      (scope) => secret(scope, { a: SECRET }).addJsonPatch(JsonPatch.test('/stringData/a', 'other')),
      stock,
    );
    expect(error.message).toBe(
      [
        'test › shop: the JSON patch `test /stringData/a` cannot be applied: test operation failed.',
        'fix: correct the value that the patch expects, or remove the patch.',
      ].join('\n'),
    );
    expect(allOf(error)).not.toContain(SECRET);
  });

  it('5.1 an exception of user code that quotes a Secret does not print it', () => {
    const error = thrownBy((scope) => {
      secret(scope, { a: SECRET });
      throw new Error(`no connection to postgres://shop:${SECRET}@db`, { cause: new Error(SECRET) });
    }, stock);
    expect(error.message).toBe('test › shop: no connection to postgres://shop:(hidden)@db');
    expect(allOf(error)).not.toContain(SECRET);
  });

  it('5.1 a lazy Secret is as secret', () => {
    const error = thrownBy((scope) => {
      secret(scope, Lazy.any({ produce: () => ({ a: SECRET }) }));
      throw new Error(SECRET);
    }, stock);
    expect(error.message).toBe('test › shop: (hidden)');
  });

  it('5.1 a value that a JSON patch adds is as secret as any', () => {
    const throwing = (change: (object: ApiObject, scope: Chart) => void) =>
      thrownBy((scope) => {
        change(secret(scope, {}), scope);
        throw new Error(SECRET);
      }, stock);
    const config = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c' },
      ...{ data: { a: 'RVhBTVBMRS1WQUxVRQ==' } },
    };
    for (const change of [
      (object: ApiObject) => object.addJsonPatch(JsonPatch.add('/stringData/b', SECRET)),
      (object: ApiObject) => object.addJsonPatch(JsonPatch.add('/nothing/b', SECRET)),
      (_: ApiObject, scope: Chart) =>
        new ApiObject(scope, 'c', config).addJsonPatch(JsonPatch.replace('/kind', 'Secret')),
    ])
      expect(throwing(change).message).toBe('test › shop: (hidden)');
  });

  it.each<[string, () => object]>([
    [
      'a getter that throws',
      () => ({
        get a(): string {
          throw new Error(`no ${SECRET}`);
        },
      }),
    ],
    [
      'a getter that throws nothing',
      () => ({
        get a(): string {
          throw undefined;
        },
      }),
    ],
    [
      'a proxy without keys',
      () =>
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error(SECRET);
            },
          },
        ),
    ],
    [
      'a revoked proxy in a list',
      () => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return { a: [proxy] };
      },
    ],
    [
      'what contains itself',
      () => {
        const own: Record<string, unknown> = {};
        own['a'] = { b: own, c: [own] };
        return own;
      },
    ],
  ])('5.1 of an object that cannot be read is told, and no Secret: %s', (_which, make) => {
    for (const kind of ['Secret', 'ConfigMap', 'Pod', 'Own']) {
      const error = thrownBy((scope) => {
        secret(scope, { a: SECRET }, 'first');
        new ApiObject(scope, 'x', { apiVersion: 'v1', kind, metadata: { name: 'x' }, ...{ stringData: make() } });
      }, stock);
      expect(error).toMatchObject({ name: 'ToolError', code: 'APP_RENDER' });
      expect(allOf(error)).not.toContain(SECRET);
    }
  });

  it('5.1 values that a Lazy makes for ever keep no message from being told', () => {
    const grow = (): object => ({ a: Lazy.any({ produce: grow }), b: Lazy.any({ produce: grow }) });
    const error = thrownBy((scope) => {
      secret(scope, { a: SECRET, b: Lazy.any({ produce: grow }) });
      throw new Error(SECRET);
    }, stock);
    expect(error.message).toBe('test › shop: (hidden)');
  });

  it('keeps the cause of an error that tells nothing', () => {
    const cause = new Error('no table');
    const error = thrownBy((scope) => {
      secret(scope, { a: SECRET });
      throw cause;
    }, stock);
    expect(error.cause).toBe(cause);
  });
});
