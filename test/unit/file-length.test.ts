import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/project';
import { FOLDERS, sourcesIn } from '../support/sources';

/** One idea per file; at this length it is split. */
const MOST_LINES = 250;

const linesOf = (path: string) => readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1;

it('no file that a person writes is longer than 250 lines', () => {
  const paths = sourcesIn(...FOLDERS);
  expect(paths.length).toBeGreaterThan(500);
  const long = paths
    .map((path) => `${path}: ${linesOf(path)} lines`)
    .filter((text) => Number(/\d+(?= lines$)/.exec(text)) > MOST_LINES);
  expect(long).toEqual([]);
});
