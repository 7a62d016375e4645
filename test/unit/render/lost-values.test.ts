import { ApiObject, type Chart, JsonPatch, Lazy } from 'cdk8s';
import { defineApp, override } from 'cdk8s-eks';
import { MOST_PARTS } from '../../../src/model/unwritable';
import { renderApp } from '../../../src/render/render-app';
import { eksEnvironment } from '../../support/environment';
import { render } from '../../support/render';
import { messageOf } from '../../support/thrown';

const PLAIN = 'only plain maps, lists, strings, booleans and numbers can be written.';
const WRITE_PLAIN = 'fix: write plain maps, lists, strings, booleans and numbers.';
const MANY = `is in an object of more than ${MOST_PARTS} maps and lists, which no API server takes; a value that stands in several places counts in each.`;
const SPLIT =
  'fix: write less into one object; where a value holds another twice, and that one the next, give each once.';

const foo = (scope: Chart, spec: unknown, metadata: object = {}) =>
  new ApiObject(scope, 'x', { apiVersion: 'example.com/v1', kind: 'Foo', metadata: { name: 'x', ...metadata }, spec });
const said = (charts: (scope: Chart) => void) => messageOf(() => render(charts));
const patched = (value: unknown, path = '/spec/a') =>
  said((scope) => foo(scope, { a: 'x' }).addJsonPatch(JsonPatch.add(path, value)));

/** 2^40 paths lead to what it holds. */
function shared(): object {
  let value: object = { last: 'x' };
  for (let level = 0; level < 40; level++) value = { a: value, b: value };
  return value;
}

describe('a value that would be lost or changed', () => {
  it.each<[string, unknown, string]>([
    [
      'a symbol as key',
      { a: { [Symbol('s')]: 'x', b: 'y' } },
      'spec.a has the key Symbol(s), which is not a text and would be left out.\nfix: use a text as key.',
    ],
    ['null in a list', { a: ['x', null] }, `spec.a[1] is null inside a list; ${PLAIN}\n${WRITE_PLAIN}`],
    ['undefined in a list', { a: [undefined] }, `spec.a[0] is undefined inside a list; ${PLAIN}\n${WRITE_PLAIN}`],
    ['a hole in a list', { a: Array(1) }, `spec.a[0] is undefined inside a list; ${PLAIN}\n${WRITE_PLAIN}`],
    ['a Set', { a: [new Set(['x'])] }, `spec.a[0] is of class Set; ${PLAIN}\n${WRITE_PLAIN}`],
    [
      'a Map of a token',
      { a: Lazy.any({ produce: () => new Map() }) },
      `spec.a is of class Map; ${PLAIN}\n${WRITE_PLAIN}`,
    ],
    [
      'what inherits from a map without a class',
      { a: Object.create(Object.assign(Object.create(null), { b: 1 })) },
      `spec.a is a map that inherits from another one; ${PLAIN}\n${WRITE_PLAIN}`,
    ],
  ])('1.10 is told at its field: %s', (_name, spec, says) => {
    expect(said((scope) => foo(scope, spec))).toBe(`test › shop › shop/x: ${says}`);
  });

  it('1.10 is told at its field: a symbol as key of an object and of its metadata', () => {
    const key = { [Symbol('s')]: 'x' };
    const has = (field: string) =>
      `test › shop › shop/x: ${field} has the key Symbol(s), which is not a text and would be left out.\nfix: use a text as key.`;
    const object = { apiVersion: 'example.com/v1', kind: 'Foo', metadata: { name: 'x' }, ...key };
    expect(said((scope) => new ApiObject(scope, 'x', object))).toBe(has('the object'));
    expect(said((scope) => foo(scope, {}, key))).toBe(has('metadata'));
    expect(said((scope) => foo(scope, {}, { annotations: key }))).toBe(has('metadata.annotations'));
  });

  it.each<[string, unknown, string]>([
    ['a date', new Date(0), `spec.a is of class Date; ${PLAIN}`],
    ['NaN', { b: [Number.NaN] }, 'spec.a.b[0] is NaN, which JSON and so Kubernetes cannot hold.'],
    ['a function', { b: () => 1 }, `spec.a.b is a function; ${PLAIN}`],
    ['a symbol', Symbol('s'), `spec.a is a symbol; ${PLAIN}`],
    ['a bigint', 10n, 'spec.a is the bigint 10, which a JSON patch cannot carry.'],
    ['a token', Lazy.any({ produce: () => 1 }), `spec.a is of class Lazy; ${PLAIN}`],
    ['null in a list', ['x', null], `spec.a[1] is null inside a list; ${PLAIN}`],
    [
      'what stands in itself',
      circle(),
      'spec.a.self.self.self.self.self.self.self.self goes on for more than 100 levels below; it may contain itself.',
    ],
  ])('1.10 is told in a JSON patch: %s', (_name, value, says) => {
    expect(patched(value)).toBe(`test › shop › shop/x: the JSON patch \`add /spec/a\`: ${says}\n${WRITE_PLAIN}`);
  });

  it('1.10 a JSON patch says its field as people type it', () => {
    expect(patched(new Date(0), '/metadata/annotations/a.b~1c')).toContain(
      'metadata.annotations["a.b/c"] is of class Date',
    );
  });

  it('1.10 an object that is made inside a Lazy value or a validation is told', () => {
    const late = (scope: Chart) =>
      new ApiObject(scope, 'late', { apiVersion: 'v1', kind: 'Foo', metadata: { name: 'late' } });
    const says = (below: string) =>
      `test › shop › shop/x: a construct below ${below} is made while objects become files, by a Lazy value or a validation: nothing of it would be written.\nfix: make it in \`charts\` itself; let a Lazy value or a validation only read.`;
    expect(said((scope) => foo(scope, Lazy.any({ produce: () => ({ name: late(scope).name }) })))).toBe(says('shop'));
    const validated = (scope: Chart) => {
      const { node } = foo(scope, {});
      node.addValidation({ validate: () => [late(node.root as Chart).name] });
    };
    expect(said(validated)).toBe(says('shop').replace(' below shop', ''));
  });

  it('1.10 a getter that throws is told as what it throws', () => {
    const spec = {
      get a(): string {
        throw new Error('not today');
      },
    };
    expect(said((scope) => foo(scope, spec))).toBe(
      "test › shop: Failed serializing construct at path 'shop/x' with name 'x': Error: not today",
    );
  });

  it.each<[string, (scope: Chart) => void, string]>([
    ['in an object', (scope) => foo(scope, shared()), `spec ${MANY}`],
    ['in metadata', (scope) => foo(scope, {}).metadata.add('extra', shared()), `metadata ${MANY}`],
    [
      'in a JSON patch',
      (scope) => foo(scope, {}).addJsonPatch(JsonPatch.add('/spec', shared())),
      `the JSON patch \`add /spec\`: spec.a ${MANY}`,
    ],
    ['in an override', (scope) => override(foo(scope, {}), { spec: shared() }), `the override: spec ${MANY}`],
    ['in somebody’s own toJson', (scope) => ownJson(foo(scope, {})), `spec ${MANY}`],
  ])('6.5 a value with 2^40 paths is refused with a limit: %s', (_name, charts, says) => {
    expect(said(charts)).toBe(`test › shop › shop/x: ${says}\n${SPLIT}`);
  });

  it('6.5 values with 2^40 paths in a Secret keep no message from being told', () => {
    const charts = (scope: Chart): void => {
      new ApiObject(scope, 's', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 's' },
        stringData: { a: 'hunter22' },
        more: shared(),
      });
      throw new Error('it was hunter22');
    };
    expect(said(charts)).toBe('test › shop: it was (hidden)');
  });

  it('6.5 an object may hold one value in a few places, and many objects as much as they like', () => {
    const port = { name: 'http', port: 80 };
    const value = { list: Array.from({ length: MOST_PARTS * 0.6 }, () => port) };
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      namespace: 'shop',
      charts: (scope) => {
        for (let index = 0; index < 2; index++)
          new ApiObject(scope, `o${index}`, {
            apiVersion: 'example.com/v1',
            kind: 'Foo',
            metadata: { name: `o${index}` },
            spec: value,
          });
      },
    });
    expect(renderApp(app, eksEnvironment(), { scopes: new Map() })).toHaveLength(2);
  });
});

function ownJson(object: ApiObject): void {
  object.toJson = () => ({
    apiVersion: 'example.com/v1',
    kind: 'Foo',
    metadata: { name: 'x', namespace: 'a' },
    spec: shared(),
  });
}

function circle(): object {
  const value: { self?: unknown } = {};
  value.self = value;
  return value;
}
