import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PREFLIGHT_CHECKS } from '../../../../src/checks/preflight/registry';
import { ACCESS_PLANTS } from './access-plants';
import { APP_PLANTS } from './app-plants';
import { CLUSTER_PLANTS } from './cluster-plants';
import { DESCRIPTION_PLANTS } from './description-plants';
import { NODE_PLANTS } from './node-plants';
import { PART_PLANTS } from './part-plants';
import { rowsOf, WORLD } from './world';

const PLANTS = [
  ...CLUSTER_PLANTS,
  ...DESCRIPTION_PLANTS,
  ...NODE_PLANTS,
  ...APP_PLANTS,
  ...PART_PLANTS,
  ...ACCESS_PLANTS,
];
const EXPECTED = join(__dirname, 'expected.txt');

const told = PLANTS.map(({ what, change, found }) => ({
  what,
  found,
  rows: rowsOf(change(WORLD)).filter(({ state }) => state !== 'ok'),
}));

describe('preflight, of a cluster on which one thing is otherwise', () => {
  it.each(told)('finds $what, and nothing else', ({ rows, found }) => {
    expect(rows.map(({ state, check, subject }) => `${state} ${check} ${subject}`)).toEqual(found);
  });

  it('finds at least 30 disagreements for certain, and some of every check', () => {
    const problems = PLANTS.filter(({ found }) => found.some((row) => row.startsWith('problem ')));
    expect(problems.length).toBeGreaterThanOrEqual(30);
    const checks = new Set(problems.flatMap(({ found }) => found.map((row) => row.split(' ')[1])));
    expect(PREFLIGHT_CHECKS.map(({ id }) => id).filter((id) => !checks.has(id))).toEqual([]);
  });

  it('says what expected.txt holds', () => {
    const text = told
      .map(({ what, rows }) =>
        [
          `# ${what}`,
          ...rows.map(
            ({ state, check, subject, message, fix }) => `${state} ${check}: ${subject}: ${message}\n  fix: ${fix}`,
          ),
        ].join('\n'),
      )
      .join('\n\n');
    if (process.env['UPDATE_CASES'] !== undefined) writeFileSync(EXPECTED, `${text}\n`);
    expect(`${text}\n`).toBe(readFileSync(EXPECTED, 'utf8'));
  });
});
