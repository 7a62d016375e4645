import * as door from 'cdk8s-eks';
import { Construct } from 'constructs';
import { EVERYTHING_MADE, everythingRendered } from '../../support/everything/rendered';

/** Classes to build on. */
const BASES = new Set(['Workload', 'ServedWorkload']);

/** What the door exports as a class of constructs that can be made. */
const made = Object.entries(door).flatMap(([name, value]) =>
  typeof value === 'function' && value.prototype instanceof Construct && !BASES.has(name) ? [name] : [],
);

describe('everything that the library makes', () => {
  it('has an entry for each construct, and no other', () => {
    expect(Object.keys(EVERYTHING_MADE).sort()).toEqual(made.sort());
  });

  it.each(Object.keys(EVERYTHING_MADE))(
    '%s is rendered with as little as it takes, and with everything set',
    (name) => {
      const [least, most] = [everythingRendered(name, 'least'), everythingRendered(name, 'most')];
      expect(least.length).toBeGreaterThan(0);
      expect(JSON.stringify(most.map(({ value }) => value)).length).toBeGreaterThan(
        JSON.stringify(least.map(({ value }) => value)).length,
      );
    },
  );
});
