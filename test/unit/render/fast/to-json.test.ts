import { ApiObject, App, Chart, JsonPatch, Lazy } from 'cdk8s';
import { override } from '../../../../charts/shared/override';
import * as k8s from '../../../../imports/k8s';
import { fastApp } from '../../../../src/render/fast/app';
import { withFastJson } from '../../../../src/render/fast/to-json';
import { messageOf } from '../../../support/thrown';

/** An object's JSON, as every render makes it. */
const fastJson = (object: ApiObject) => withFastJson(() => object.toJson());

/** The same objects in a tree of cdk8s's own and in ours. */
function both(make: (chart: Chart) => ApiObject): readonly [unknown, unknown] {
  return [new App(), fastApp()].map((app) => {
    try {
      return fastJson(make(new Chart(app, 'chart', { namespace: 'shop', labels: { team: 'retail' } })));
    } catch (error) {
      return String(error);
    }
  }) as [unknown, unknown];
}

const of = (spec: object) => (chart: Chart) => new ApiObject(chart, 'one', { apiVersion: 'v1', kind: 'Test', spec });

class Union {
  constructor(readonly value: number | string) {}
}

describe('JSON of a fast app', () => {
  const cases: Readonly<Record<string, (chart: Chart) => ApiObject>> = {
    'lazy values, also inside each other': of({
      a: Lazy.any({ produce: () => ({ b: Lazy.any({ produce: () => [1, Lazy.any({ produce: () => 'deep' })] }) }) }),
    }),
    'what has a resolve method': of({ token: { resolve: () => ({ inner: { resolve: () => 7 } }) } }),
    'unions of number and string': of({ port: new Union(80), name: new Union('http'), list: [new Union(1)] }),
    'empty maps, empty lists and undefined': of({ map: {}, list: [], nothing: undefined, empty: null }),
    'JSON patches': (chart) => {
      const one = of({ a: { b: 1 }, list: [1] })(chart);
      one.addJsonPatch(
        JsonPatch.add('/spec/a/c', 2),
        JsonPatch.remove('/spec/list'),
        JsonPatch.add('/data', { x: 'y' }),
      );
      return one;
    },
    'a JSON patch that does not fit': (chart) => {
      const one = of({})(chart);
      one.addJsonPatch(JsonPatch.replace('/spec/a/b', 2));
      return one;
    },
    'a map called value': of({ value: { value: 'x' } }),
    'a field called value at the top': (chart) =>
      new k8s.KubePriorityClass(chart, 'high', { value: 1000, metadata: { name: 'high' } }),
    'metadata that is lazy': (chart) =>
      new ApiObject(chart, 'one', {
        apiVersion: 'v1',
        kind: 'Test',
        metadata: { name: 'x', annotations: Lazy.any({ produce: () => ({ 'a/b': 'c' }) }) as never },
      }),
    'generated classes': (chart) =>
      new k8s.KubeService(chart, 'web', {
        spec: { ports: [{ port: 80, targetPort: k8s.IntOrString.fromString('http') }] },
      }),
  };
  it.each(Object.entries(cases))('resolves %s as cdk8s does', (_name, make) => {
    const [theirs, ours] = both(make);
    expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
  });

  it.each<[string, () => object, unknown]>([
    ['__proto__', () => ({ ['__proto__']: 'x', b: 'z' }), '{"__proto__":"x","b":"z"}'],
    [
      '__proto__ of maps',
      () => ({ ['__proto__']: { ['__proto__']: { a: 1 } } }),
      '{"__proto__":{"__proto__":{"a":1}}}',
    ],
    ['constructor', () => ({ constructor: 'y' }), '{"constructor":"y"}'],
    [
      'what maps inherit otherwise',
      () => ({ toString: 'a', hasOwnProperty: 'b' }),
      '{"hasOwnProperty":"b","toString":"a"}',
    ],
    ['no prototype', () => Object.assign(Object.create(null), { b: 'z', value: 'v' }), '{"b":"z","value":"v"}'],
  ])('keeps a map with %s, wherever a map may stand', (_name, data, text) => {
    const chart = new Chart(fastApp(), 'chart');
    const one = (id: string, fields: object) =>
      fastJson(new ApiObject(chart, id, { apiVersion: 'v1', kind: 'Test', ...fields } as never));
    const json = [
      one('a', { spec: data() }).spec,
      one('b', { spec: Lazy.any({ produce: data }) }).spec,
      one('c', { spec: [data()] }).spec[0],
      one('d', { metadata: { labels: data() } }).metadata.labels,
      one('e', { metadata: { annotations: data() } }).metadata.annotations,
      one('f', { metadata: { other: data() } }).metadata.other,
    ];
    expect(json.map((value) => JSON.stringify(value))).toEqual(json.map(() => text));
  });

  it('keeps such keys through a patch', () => {
    const one = new ApiObject(new Chart(fastApp(), 'chart'), 'one', {
      apiVersion: 'v1',
      kind: 'Test',
      spec: { ['__proto__']: 'x' },
    });
    one.addJsonPatch(JsonPatch.add('/spec/b', 'z'));
    withFastJson(() => override(one, JSON.parse('{"spec":{"__proto__":"y","constructor":{"c":1}}}')));
    expect(JSON.stringify(fastJson(one).spec)).toBe('{"__proto__":"y","b":"z","constructor":{"c":1}}');
  });
});

const PLAIN = 'only plain maps, lists, strings, booleans and numbers can be written.';
const FIX = 'fix: write plain maps, lists, strings, booleans and numbers.';
const circle: { a?: unknown } = {};
circle.a = circle;
const ring: unknown[] = [];
ring.push(ring);
const endless = { resolve: (): object => ({ ...endless }) };
let deep: object = {};
for (let level = 0; level < 20_000; level++) deep = { d: deep };
const LEVELS = 'goes on for more than 100 levels below; it may contain itself.';

describe('what no object can hold', () => {
  it.each<[string, object, string]>([
    ['a date', { spec: { a: [new Date(0)] } }, `spec.a[0] is of class Date; ${PLAIN}`],
    ['a Map', { data: { a: new Map() } }, `data.a is of class Map; ${PLAIN}`],
    ['a class of the user', { spec: { a: new (class Quota {})() } }, `spec.a is of class Quota; ${PLAIN}`],
    [
      'a map that inherits',
      { spec: { a: Object.create({ z: 1 }) } },
      `spec.a is a map that inherits from another one; ${PLAIN}`,
    ],
    [
      'an annotation of a class',
      { metadata: { annotations: { a: new Date(0) } } },
      `metadata.annotations.a is of class Date; ${PLAIN}`,
    ],
    ['a map that holds itself', { spec: circle }, `spec.a.a.a.a.a.a.a ${LEVELS}`],
    ['a list that holds itself', { spec: { a: ring } }, `spec.a[0][0][0][0][0][0] ${LEVELS}`],
    ['a map that goes on', { spec: deep }, `spec.d.d.d.d.d.d.d ${LEVELS}`],
    ['a label that holds itself', { metadata: { labels: { a: circle } } }, `metadata.labels.a.a.a.a.a.a ${LEVELS}`],
    ['a token that stands for itself', { spec: { a: endless } }, `spec.a ${LEVELS}`],
  ])('%s is told with its field', (_name, fields, says) => {
    const chart = new Chart(fastApp(), 'chart');
    const one = new ApiObject(chart, 'one', { apiVersion: 'v1', kind: 'Test', ...fields } as never);
    expect(messageOf(() => fastJson(one))).toBe(`chart/one: ${says}\n${FIX}`);
  });
});
