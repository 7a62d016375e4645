import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../support/project';

const EXPECTED = /^\s*\/\/ @ts-expect-error (.+)$/;
const source = readFileSync(join(__dirname, 'exclusive.ts'), 'utf8').split('\n');

/** Line of each expectation, from 1, and the words that follow it. */
const expected = source.flatMap((text, index) => {
  const words = EXPECTED.exec(text)?.[1];
  return words === undefined ? [] : [{ line: index + 1, words }];
});

/** What the compiler says of the file without its expectations, by the expectation that stands before. */
function said(): ReadonlyMap<number, string> {
  const folder = mkdtempSync(join(ROOT, '.cache-examples-'));
  try {
    const code = source.map((text) => text.replace('@ts-expect-error', '')).join('\n');
    writeFileSync(join(folder, 'exclusive.ts'), code);
    const config = { extends: '../tsconfig.json', compilerOptions: { noEmit: true, rootDir: '..' }, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, exclude: [] }));
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = [tsc, '-p', folder, '--pretty', 'false', '--singleThreaded'];
    const ran = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    const found = new Map<number, string>();
    const start = new RegExp(`^${basename(folder)}/exclusive\\.ts\\((\\d+),`);
    for (const message of ran.stdout.split(/\n(?=\S)/)) {
      const line = Number(start.exec(message)?.[1]);
      const before = expected.filter((one) => one.line < line).at(-1)?.line ?? 0;
      found.set(before, `${found.get(before) ?? ''}${message}`);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('properties that exclude each other', () => {
  const messages = said();

  it('are refused where an expectation stands, and nowhere else', () => {
    expect([...messages.keys()].sort((a, b) => a - b)).toEqual(expected.map(({ line }) => line));
  });

  it.each(expected)('line $line is refused with the words: $words', ({ line, words }) => {
    // The type's own text has the words too: what counts is that the property is held against them.
    const isMistake = !words.startsWith('is missing');
    expect(messages.get(line)).toContain(isMistake ? `type 'Mistake<"${words}">'` : words);
  });
});
