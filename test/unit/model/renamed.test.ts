import type { JsonValue } from '../../../src/model/json';
import { renamesOf } from '../../../src/model/renamed';

const deployment = (name: string, image: string, app = 'shop') => ({
  app,
  object: { group: 'apps', kind: 'Deployment', namespace: 'shop', name },
  value: { spec: { replicas: 2, paused: false, template: { spec: { hostname: 'a', image } } } } as JsonValue,
});
const names = (pairs: ReturnType<typeof renamesOf>) => pairs.map(({ from, to }) => [from.object.name, to.object.name]);

describe('an object under another name', () => {
  it('is the most alike of its kind in its app, once', () => {
    const removed = [deployment('a', '1'), deployment('b', '2')];
    const added = [deployment('x', '2'), deployment('y', '1')];
    expect(names(renamesOf(removed, added))).toEqual([
      ['a', 'y'],
      ['b', 'x'],
    ]);
  });

  it('is another object in another app, and where little is the same', () => {
    const other = { ...deployment('x', '1'), value: { spec: { replicas: 5, a: 1, b: 2, c: 3 } } };
    expect(names(renamesOf([deployment('a', '1')], [deployment('x', '1', 'tools'), other]))).toEqual([]);
  });
});
