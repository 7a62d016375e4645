import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/project';
import { type Reason, unexplained } from './compare';
import { HOUSE } from './house-reasons';
import { median, pageText } from './page';
import { CHOSEN, PUBLISHED, type Written } from './table';
import { DATA, ORIGINALS, type Result, resultOf } from './written';

const PAGE = join(ROOT, 'docs', 'workloads.md');
const there = existsSync(DATA);
if (!there)
  console.warn('published workloads were not compared: they are not beside this checkout (../shared/data/workloads)');

const rows = [
  ...(there ? PUBLISHED.map((written) => [written.original, written, DATA] as const) : []),
  ...CHOSEN.map((written) => [written.original, written, ORIGINALS] as const),
];
const house = new Set<Reason>();
const results = new Map<Written, Result>();

describe('workloads written with the library alone', () => {
  it.each(rows)('%s is its original, but for what the tables explain', (_name, written, folder) => {
    const result = resultOf(written, folder);
    results.set(written, result);
    const own = written.reasons ?? [];
    const met = new Set<Reason>();
    const left = unexplained(unexplained(result.differences, own, met), HOUSE, house);
    const told = left.map(({ object, field, theirs, ours }) => `${object}: ${field}: ${theirs} -> ${ours}`);
    expect({ told, unmet: own.filter((reason) => !met.has(reason)) }).toEqual({ told: [], unmet: [] });
  });

  it('every reason of the house explains something', () => {
    expect(there ? HOUSE.filter((reason) => !house.has(reason)) : []).toEqual([]);
  });

  it('every original has its row', () => {
    const names = (folder: string) => readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
    expect(CHOSEN.map(({ original }) => original).sort()).toEqual(names(ORIGINALS).sort());
    if (there) expect(PUBLISHED.map(({ original }) => original).sort()).toEqual(names(DATA).sort());
  });

  it('half of them need at most a third of the lines, as the page shows', () => {
    const all = [...results.values()];
    if (!there) return;
    const published = PUBLISHED.flatMap((written) => results.get(written) ?? []);
    const text = pageText(
      published,
      CHOSEN.flatMap((written) => results.get(written) ?? []),
      reasonsOf(),
    );
    if (process.env['UPDATE_CASES'] === '1') writeFileSync(PAGE, text);
    expect(readFileSync(PAGE, 'utf8')).toBe(text);
    expect(median(all)).toBeLessThanOrEqual(1 / 3);
  });

  it('no module takes a raw object or an override', () => {
    const modules = readdirSync(join(__dirname, 'apps'), { recursive: true, encoding: 'utf8' });
    const raw = modules.filter(
      (file) =>
        file.endsWith('.ts') &&
        /\b(k8s\.[A-Z]|k8s,|ApiObject\b|Kube[A-Z]|overrides\b|JsonPatch\b)/.test(
          readFileSync(join(__dirname, 'apps', file), 'utf8'),
        ),
    );
    expect(raw).toEqual([]);
  });
});

function reasonsOf(): readonly Reason[] {
  return [...HOUSE, ...new Set([...PUBLISHED, ...CHOSEN].flatMap(({ reasons = [] }) => reasons))];
}
