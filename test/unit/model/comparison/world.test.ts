import { contentHash } from '../../../../src/grammar/content-hash';
import { differencesOf, isRenamed, renamedWorld, renameOf, worldOf } from '../../../../src/model/comparison/world';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';

const object = (kind: string, name: string, rest: JsonObject = {}) =>
  renderedObject(
    { apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' }, ...rest },
    { environment: 'prod', app: 'shop' },
  );
const hashed = (name: string, data: JsonObject) => object('ConfigMap', `${name}-${contentHash(data)}`, { data });
const keys = (objects: readonly ReturnType<typeof object>[]) => [...worldOf(objects).keys()];

describe('the objects of an environment that are compared', () => {
  it('take the name of an environment for a whole word', () => {
    const rename = renameOf('dev', 'prod');
    expect(['dev', 'shop-dev.example.com', 'devices', '/dev/x', 'dev_1', 'mydev'].map(rename)).toEqual([
      'prod',
      'shop-prod.example.com',
      'devices',
      '/prod/x',
      'prod_1',
      'mydev',
    ]);
    expect(renameOf('a-b', '$&')('x a-b')).toBe('x $&');
  });

  it('are renamed in texts at any depth, and nowhere else', () => {
    const rename = renameOf('dev', 'prod');
    const difference = (before: JsonObject, after: JsonObject) => ({ path: [], field: '', before, after });
    expect(isRenamed(difference({ a: [{ b: 'dev-1' }, 2] }, { a: [{ b: 'prod-1' }, 2] }), rename)).toBe(true);
    expect(isRenamed(difference({ a: [{ b: 'dev-1' }, 2] }, { a: [{ b: 'prod-1' }, 3] }), rename)).toBe(false);
    expect(isRenamed({ path: [], field: '' }, rename)).toBe(false);
  });

  it('are known without the hash of their content, in references too', () => {
    const of = (data: JsonObject) => {
      const config = hashed('settings', data);
      return worldOf([config, object('Pod', 'web', { spec: { from: config.name, date: 'x-0123456789' } })]);
    };
    expect([...of({ a: '1' }).keys()]).toEqual(['|ConfigMap|shop|settings-…', '|Pod|shop|web']);
    const differences = differencesOf(of({ a: '1' }), of({ a: '2' }));
    expect([...differences.values()].flat().map(({ field }) => field)).toEqual(['data.a']);
  });

  it('keep the hash where one of two would be lost', () => {
    const two = [hashed('settings', { a: '1' }), hashed('settings', { a: '2' })];
    expect(keys(two)).toEqual(two.map(({ name }) => `|ConfigMap|shop|${name}`));
  });

  it('are known under the name of the other environment, unless that is taken', () => {
    const rename = renameOf('dev', 'prod');
    const world = worldOf([object('Service', 'dev-web'), object('Service', 'dev-api'), object('Service', 'prod-api')]);
    const known = new Set(['|Service|shop|prod-web', '|Service|shop|prod-api']);
    expect([...renamedWorld(world, known, rename).keys()]).toEqual([
      '|Service|shop|prod-web',
      '|Service|shop|dev-api',
      '|Service|shop|prod-api',
    ]);
  });
});
