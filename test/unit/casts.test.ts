import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from '@swc/core';
import { ROOT } from '../support/project';
import { sourcesIn } from '../support/sources';

/** What tells the compiler to believe the author: `x as T`, `<T>x` and `x!`. `as const` only says more exactly what is there. */
const CASTS = new Set(['TsAsExpression', 'TsTypeAssertion', 'TsNonNullExpression']);
const MOST_PER_THOUSAND_LINES = 5;

function castsIn(text: string): number {
  const count = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 0;
    const own = 'type' in node && typeof node.type === 'string' && CASTS.has(node.type) ? 1 : 0;
    return Object.values(node).reduce((sum: number, inner) => sum + count(inner), own);
  };
  return count(parseSync(text, { syntax: 'typescript', target: 'es2022' }));
}

it.each([
  ['a cast', 'const a = b as string;', 1],
  ['a cast through unknown', 'const a = b as unknown as string;', 2],
  ['a cast in front', 'const a = <string>b;', 1],
  ['a non-null mark', 'const a = b!.c;', 1],
  ['a constant', "const a = ['x'] as const;", 0],
  ['a renamed import', "import { a as b } from 'c';", 0],
  ['the words in a text and a comment', "const a = 'b as c'; // b as c", 0],
])('counts %s', (_what, text, casts) => {
  expect(castsIn(text)).toBe(casts);
});

it('charts and src hold fewer than 5 casts in a thousand lines', () => {
  const files = sourcesIn('charts', 'src').filter((path) => !path.endsWith('.d.ts'));
  const read = files.map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, casts: castsIn(text), lines: text.split('\n').length - 1 };
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const lines = sum(read.map((file) => file.lines));
  const allowed = Math.floor((lines / 1000) * MOST_PER_THOUSAND_LINES);
  const most = read.filter(({ casts }) => casts > 0).sort((a, b) => b.casts - a.casts);
  const worst = most.map(({ path, casts }) => `${casts} ${path}`);
  expect(lines).toBeGreaterThan(20_000);
  // Beyond what is allowed, the files with the most of them are listed.
  expect(sum(read.map((file) => file.casts)) < allowed ? [] : worst).toEqual([]);
});
