import { freezeAndCount } from '../../../src/render/freeze';

describe('freezing and counting in one walk', () => {
  it('counts at least the compact JSON, and freezes all of it', () => {
    const value = { a: 'text', list: [1, { b: true }, [null]], empty: {}, none: [] };
    const characters = freezeAndCount(value);
    expect(characters).toBeGreaterThanOrEqual(JSON.stringify(value).length);
    expect([value, value.list, value.list[1], value.list[2], value.empty].every(Object.isFrozen)).toBe(true);
  });

  it('does not know the size of what was frozen before, nor walks in circles', () => {
    expect(freezeAndCount({ a: Object.freeze({ b: 1 }) })).toBe(Number.POSITIVE_INFINITY);
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(freezeAndCount(circle)).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves alone what a map inherits', () => {
    const shared = { settings: { a: 1 } };
    freezeAndCount(Object.create(shared));
    expect(Object.isFrozen(shared.settings)).toBe(false);
  });
});
