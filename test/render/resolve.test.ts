import { ApiObject, App, Chart, Lazy } from 'cdk8s';
import * as k8s from '../../imports/k8s';
import { fastApp } from '../../src/render/resolve';

/** The same objects in a tree of cdk8s's own and in ours. */
function both(make: (chart: Chart) => ApiObject): readonly [unknown, unknown] {
  return [new App(), fastApp()].map((app) => {
    try {
      return make(new Chart(app, 'chart', { namespace: 'shop', labels: { team: 'retail' } })).toJson();
    } catch (error) {
      return String(error);
    }
  }) as [unknown, unknown];
}

const of = (spec: object) => (chart: Chart) => new ApiObject(chart, 'one', { apiVersion: 'v1', kind: 'Test', spec });

class Union {
  constructor(readonly value: number | string) {}
}

describe('fastApp', () => {
  const cases: Readonly<Record<string, (chart: Chart) => ApiObject>> = {
    'lazy values, also inside each other': of({
      a: Lazy.any({ produce: () => ({ b: Lazy.any({ produce: () => [1, Lazy.any({ produce: () => 'deep' })] }) }) }),
    }),
    'what has a resolve method': of({ token: { resolve: () => ({ inner: { resolve: () => 7 } }) } }),
    'unions of number and string': of({ port: new Union(80), name: new Union('http'), list: [new Union(1)] }),
    'empty maps, empty lists and undefined': of({ map: {}, list: [], nothing: undefined, empty: null }),
    'a class that is no value': of({ map: new Map() }),
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
});
