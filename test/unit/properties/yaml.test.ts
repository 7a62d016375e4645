import fc from 'fast-check';
import { parse } from 'yaml';
import type { JsonObject } from '../../../src/model/json';
import { stringifyYaml } from '../../../src/render/yaml/stringify';
import { cases } from '../../support/cases';
import { models } from '../../support/yaml-models';

const CASES = cases(700, 2000);

describe('YAML, for any model', () => {
  it('reads back as what was written, in both versions, and is written the same again', () => {
    fc.assert(
      fc.property(models, (model) => {
        const object = model as JsonObject;
        const written = stringifyYaml(object);
        for (const version of ['1.1', '1.2'] as const) expect(parse(written, { version, merge: true })).toEqual(object);
        expect(stringifyYaml(parse(written) as JsonObject)).toBe(written);
        expect(written).not.toMatch(/^(---|\.\.\.)/m);
        expect(written).not.toMatch(/[\t\r \u2028\u2029]\n/);
      }),
      { numRuns: CASES },
    );
    process.stdout.write(`yaml fuzz: ${CASES} models, read in two versions, 0 differences\n`);
  });
});
