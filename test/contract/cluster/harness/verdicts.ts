import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE } from '../tools/cache';

/** What was seen, row by row, for the page of verdicts. It lies beside the logs until the page is written. */
const FOLDER = process.env['CDK8S_EKS_VERDICTS'] ?? join(CACHE, 'contract', 'verdicts');

export type Row = Readonly<Record<string, string | number>>;

/** Notes one row, called `objects/prod`, `mutants/1.33` or `applications/prod`. */
export function record(name: string, value: Row | readonly Row[]): void {
  const file = join(FOLDER, `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(value)}\n`);
}

export function recorded<T>(group: string): readonly (readonly [string, T])[] {
  return readdirSync(join(FOLDER, group))
    .sort()
    .map((name) => [name.replace(/\.json$/, ''), JSON.parse(readFileSync(join(FOLDER, group, name), 'utf8')) as T]);
}
