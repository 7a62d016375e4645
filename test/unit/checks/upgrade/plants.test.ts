import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_PLANTS } from './api-plants';
import { CLUSTER_PLANTS } from './cluster-plants';
import { NODE_PLANTS } from './node-plants';
import { entriesOf, readyWorld } from './world';

const PLANTS = [...API_PLANTS, ...CLUSTER_PLANTS, ...NODE_PLANTS];
const EXPECTED = join(__dirname, 'expected.txt');

const told = PLANTS.map(({ what, from, to, change, found }) => ({
  what,
  way: `${from} to ${to}`,
  found,
  entries: entriesOf(change(readyWorld(from)), from, to),
}));

describe('an upgrade, of a cluster on which one thing is otherwise', () => {
  it.each(['1.30', '1.33', '1.36'])('tells nothing where all is ready for the way from %s to 1.37', (from) => {
    expect(entriesOf(readyWorld(from), from, '1.37')).toEqual([]);
  });

  it.each(told)('from $way finds $what, and nothing else', ({ entries, found }) => {
    expect(entries.map(({ severity, step, subject }) => `${severity} ${step} ${subject}`)).toEqual(found);
  });

  it('says what expected.txt holds', () => {
    const text = told
      .map(({ what, way, entries }) =>
        [
          `# ${way}: ${what}`,
          ...entries.flatMap(({ section, severity, step, subject, message, where, fix }) => [
            `${section} ${severity} ${step}: ${subject}: ${message}`,
            ...(where === undefined ? [] : [`  at ${where}`]),
            `  fix: ${fix}`,
          ]),
        ].join('\n'),
      )
      .join('\n\n');
    if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(EXPECTED, `${text}\n`);
    expect(`${text}\n`).toBe(readFileSync(EXPECTED, 'utf8'));
  });
});
