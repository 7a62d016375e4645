import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../support/project';
import { FINDINGS } from './findings';

describe('the table of findings', () => {
  it('names no row twice', () =>
    expect(FINDINGS.map(({ row }) => row)).toEqual([...new Set(FINDINGS.map(({ row }) => row))]));

  it.each(FINDINGS.map((finding) => [finding.row, finding] as const))(
    '%s names tests that exist, each after its row',
    (row, { promise, test, more = [] }) => {
      expect(promise.length).toBeGreaterThan(20);
      for (const [path, ...names] of [test, ...more]) {
        const text = existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';
        expect([path, names.length > 0]).toEqual([path, true]);
        for (const name of names) {
          const quoted = ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote}`));
          expect([path, name, quoted, name.startsWith(`${row} `)]).toEqual([path, name, true, true]);
        }
      }
    },
  );
});
