import fc from 'fast-check';
import type { JsonValue } from '../../src/model/json';
import { diffObjects } from '../../src/model/object-diff';

const json = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;

describe('differences of objects', () => {
  it('are none exactly where the objects are equal', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(diffObjects(a, a)).toEqual([]);
        expect(diffObjects(a, structuredClone(a))).toEqual([]);
        if (JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b))) expect(diffObjects(a, b)).not.toEqual([]);
      }),
    );
  });

  it('match named items by name, so that one inserted container is one difference', () => {
    const before = { containers: [{ name: 'web', image: 'a' }] };
    const after = {
      containers: [
        { name: 'proxy', image: 'p' },
        { name: 'web', image: 'b' },
      ],
    };
    expect(diffObjects(before, after)).toEqual([
      { field: 'containers.proxy', after: { name: 'proxy', image: 'p' } },
      { field: 'containers.web.image', before: 'a', after: 'b' },
    ]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted((value as Record<string, unknown>)[key])]),
  );
}
