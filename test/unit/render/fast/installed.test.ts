import { ApiObject, ApiObjectMetadataDefinition, App, type Chart, Lazy } from 'cdk8s';
import { defineApp } from 'cdk8s-eks';
import { Node } from 'constructs';
import { renderApp } from '../../../../src/render/render-app';
import { eksEnvironment } from '../../../support/environment';
import { messageOf } from '../../../support/thrown';

/** What a render replaces, as this process has it now. */
const replaced = () => [
  ApiObject.prototype.toJson,
  ApiObjectMetadataDefinition.prototype.toJson,
  Object.getPrototypeOf(new App().node).addChild,
  Object.getOwnPropertyDescriptor(Error, 'prepareStackTrace'),
  Error.stackTraceLimit,
];

const scopes = new Map<string, boolean>();
const render = (app: ReturnType<typeof defineApp>, more: { stock?: boolean } = {}) =>
  renderApp(app, eksEnvironment(), { scopes, placeOf: () => undefined, isBundle: () => false, ...more });

/** An app whose one object has a field that is computed while it becomes JSON. */
const appWith = (produce: () => unknown, build: (scope: Chart) => void = () => undefined) =>
  defineApp({
    name: 'shop',
    owner: 'retail',
    namespace: 'shop',
    charts(scope) {
      const spec = { field: Lazy.any({ produce }) };
      new ApiObject(scope as never, 'one', { apiVersion: 'v1', kind: 'Test', metadata: { name: 'one' }, spec });
      build(scope as never);
    },
  });

describe('what a render replaces in cdk8s, constructs and Error', () => {
  const stock = replaced();
  const fails = () => {
    throw new Error('no');
  };

  it('is untouched by importing the package and its doors', () => {
    jest.isolateModules(() => {
      const cdk8s = require('cdk8s') as typeof import('cdk8s');
      const before = [cdk8s.ApiObject.prototype.toJson, cdk8s.ApiObjectMetadataDefinition.prototype.toJson];
      require('cdk8s-eks');
      require('cdk8s-eks/testing');
      require('cdk8s-eks/checks');
      expect([cdk8s.ApiObject.prototype.toJson, cdk8s.ApiObjectMetadataDefinition.prototype.toJson]).toEqual(before);
      expect(cdk8s.ApiObject.prototype.toJson.toString()).toContain('resolve');
    });
    expect(replaced()).toEqual(stock);
  });

  it('is replaced while an app is rendered, and is itself afterwards', () => {
    const during: unknown[][] = [];
    const look = () => during.push(replaced());
    render(appWith(look, look));
    const [building, resolving] = during;
    expect(building?.slice(0, 3).map((one, index) => one === stock[index])).toEqual([false, false, false]);
    // For as long as it takes to look up the line of a construct, and no longer.
    expect(building?.[3]).toMatchObject({ value: undefined });
    expect(resolving?.map((one, index) => one === stock[index])).toEqual([false, false, true, true, true]);
    expect(replaced()).toEqual(stock);
  });

  it('is itself after an app throws, and after an object that cannot become JSON', () => {
    expect(messageOf(() => render(appWith(() => 1, fails)))).toContain('no');
    expect(replaced()).toEqual(stock);
    expect(messageOf(() => render(appWith(fails)))).toContain('no');
    expect(replaced()).toEqual(stock);
  });

  it('is itself after renders within renders, the inner of which throw', () => {
    const during: unknown[][] = [];
    const inner = () => {
      const before = replaced();
      messageOf(() => render(appWith(fails)));
      messageOf(() => render(appWith(() => 1, fails)));
      const objects = render(appWith(() => 'inner'));
      during.push(before, replaced());
      return objects[0]?.value['spec'];
    };
    const [object] = render(appWith(inner, inner));
    expect(object?.value['spec']).toEqual({ field: { field: 'inner' } });
    expect(during[1]).toEqual(during[0]);
    expect(during[3]).toEqual(during[2]);
    expect(replaced()).toEqual(stock);
  });

  it('stays as it is where stock rendering is asked for', () => {
    let during: readonly unknown[] = [];
    const produce = () => {
      during = replaced();
      return { b: 1, a: [Lazy.any({ produce: () => 2 })] };
    };
    const [[ours], [theirs]] = [render(appWith(produce)), render(appWith(produce), { stock: true })];
    expect(during).toEqual(stock);
    expect(JSON.stringify(theirs?.value)).toBe(JSON.stringify(ours?.value));
  });

  it('leaves what somebody else has replaced, and uses it', () => {
    const original = ApiObject.prototype.toJson;
    let calls = 0;
    const theirs = function toJson(this: ApiObject): unknown {
      calls += 1;
      return original.call(this);
    };
    ApiObject.prototype.toJson = theirs;
    try {
      const [object] = render(appWith(() => 1));
      expect([object?.value['spec'], calls]).toEqual([{ field: 1 }, 1]);
      expect(ApiObject.prototype.toJson).toBe(theirs);
    } finally {
      ApiObject.prototype.toJson = original;
    }
  });

  it('is that of our copy of cdk8s only: objects of another copy become JSON as that copy makes it', () => {
    let copy = {} as typeof import('cdk8s');
    jest.isolateModules(() => {
      copy = require('cdk8s') as typeof import('cdk8s');
    });
    expect(copy.ApiObject).not.toBe(ApiObject);
    const before = [copy.ApiObject.prototype.toJson, copy.ApiObjectMetadataDefinition.prototype.toJson];
    let during: readonly unknown[] = [];
    const spec = {
      value: { b: 1, a: 2 },
      list: [{ d: 1, c: [] }],
      token: {
        resolve: () => {
          during = [copy.ApiObject.prototype.toJson, copy.ApiObjectMetadataDefinition.prototype.toJson];
          return { own: true };
        },
      },
    };
    const props = { apiVersion: 'v1', kind: 'Test', metadata: { name: 'one', labels: { b: '1', a: '2' } }, spec };
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      namespace: 'shop',
      charts: (scope) => void new copy.ApiObject(scope as never, 'one', props),
    });
    const [ours] = render(app);
    expect(during).toEqual(before);
    const chart = new copy.Chart(new copy.App(), 'shop', {
      namespace: 'shop',
      labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' },
    });
    const theirs = new copy.ApiObject(chart, 'one', props).toJson();
    expect(JSON.stringify(ours?.value)).toBe(JSON.stringify(theirs));
    expect(replaced()).toEqual(stock);
  });

  it('includes the place where constructs register, by the version of constructs that is there', () => {
    expect(Object.getPrototypeOf(new App().node)).toBe(Node.prototype);
  });
});
