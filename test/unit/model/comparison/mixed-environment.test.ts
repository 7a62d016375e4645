import {
  differingSettings,
  mixedEnvironment,
  promotedRelease,
  withSetting,
} from '../../../../src/model/comparison/mixed-environment';
import { eksEnvironment } from '../../../support/environment';

const image = (tag: string) => ({ repository: 'ghcr.io/example/web', tag });
const app = (tag: string, flags = {}) => ({ images: { web: image(tag) }, flags });

describe('environments of parts of others', () => {
  const one = { ...eksEnvironment(), name: 'one', domain: 'one.example.com', values: { a: '1', b: '2' } };
  const other = { ...eksEnvironment(), name: 'other', domain: 'other.example.com', values: { a: '9', c: '3' } };

  it('release what a promotion would leave there', () => {
    const from = { apps: { shop: app('2', { on: true }), cart: app('1') }, source: 'f'.repeat(40) };
    const to = { apps: { shop: app('1', { on: false, own: 'x' }), old: app('0') } };
    expect(promotedRelease(from, to)).toEqual({
      apps: { shop: app('2', { on: true, own: 'x' }), cart: app('1'), old: app('0') },
    });
  });

  it('have one setting of the other, values by name', () => {
    expect(differingSettings(one, other)).toEqual(['domain', 'values.a', 'values.b', 'values.c']);
    expect(withSetting(one, 'domain', other)).toEqual({ ...one, domain: 'other.example.com' });
    expect(withSetting(one, 'values.a', other).values).toEqual({ a: '9', b: '2' });
    expect(withSetting(one, 'values.b', other).values).toEqual({ a: '1' });
    const { routes: _routes, ...bare } = one;
    expect(withSetting({ ...one, routes: { form: 'ingress' } }, 'routes', bare)).toEqual(bare);
  });

  it('are frozen, with the name of one and the settings of the other', () => {
    const mixed = mixedEnvironment('other', one, { apps: {} });
    expect([mixed.name, mixed.domain, mixed.release]).toEqual(['other', 'one.example.com', { apps: {} }]);
    expect([Object.isFrozen(mixed), Object.isFrozen(mixed.values)]).toEqual([true, true]);
  });
});
