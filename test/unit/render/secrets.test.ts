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

  it('keeps the cause of an error that tells nothing', () => {
    const cause = new Error('no table');
    const error = thrownBy((scope) => {
      secret(scope, { a: SECRET });
      throw cause;
    }, stock);
    expect(error.cause).toBe(cause);
  });
});
