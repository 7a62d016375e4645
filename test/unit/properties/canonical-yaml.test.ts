import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readCanonical } from '../../../src/load/canonical-yaml';
import type { JsonObject } from '../../../src/model/json';
import { stringifyYaml } from '../../../src/render/yaml/stringify';
import { cases } from '../../support/cases';
import { ROOT } from '../../support/project';
import { models, texts } from '../../support/yaml-models';

/** What a real reader makes of a text; undefined where it refuses. */
function slowly(text: string): unknown {
  try {
    return parse(text, { version: '1.1', logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

describe('readCanonical', () => {
  it('reads every file of the output without help', () => {
    const dist = join(ROOT, 'dist');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
    const read = files
      .filter((path) => !path.startsWith('_bootstrap'))
      .map((path) => [path, readFileSync(join(dist, path), 'utf8')] as const);
    expect(read.length).toBeGreaterThan(100);
    for (const [path, text] of read) expect([path, readCanonical(text)]).toEqual([path, slowly(text)]);
  });

  it('reads any model as a real reader does, or leaves it to one', () => {
    fc.assert(
      fc.property(models, (model) => {
        const read = readCanonical(stringifyYaml(model as JsonObject));
        if (read !== undefined) expect(read).toEqual(model);
      }),
      { numRuns: cases(700, 2000) },
    );
  });

  it('reads every text that is written without quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const written = stringifyYaml({ a: text });
        if (written === `a: ${text}\n`) expect(readCanonical(written)).toEqual({ a: text });
      }),
      { numRuns: cases(1700, 5000) },
    );
  });

  it('agrees with a real reader about any edit by hand', () => {
    const text = readFileSync(join(ROOT, 'dist', 'dev', 'game-2048', 'game-2048', 'deployment_game-2048.yaml'), 'utf8');
    let taken = 0;
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(6), texts, (from, length, put) => {
        const edited = text.slice(0, from) + put + text.slice(from + length);
        const read = readCanonical(edited);
        if (read === undefined) return;
        taken += 1;
        expect(JSON.stringify(read)).toBe(JSON.stringify(slowly(edited)));
      }),
      { numRuns: cases(1700, 5000) },
    );
    expect(taken).toBeGreaterThan(100);
  });
});
