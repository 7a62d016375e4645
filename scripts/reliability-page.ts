// Writes docs/reliability.md from the table of faults in test/cli/faults/.
//   npm run pages                               with all other pages
//   node scripts/run.mjs scripts/reliability-page.ts DIR       into another folder, for comparing
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { GROUPS } from '../test/cli/faults/table';
import type { Fault } from '../test/cli/faults/table/fault';

const to = resolve(process.argv[2] ?? join(__dirname, '..', 'docs'));
const link = (path: string) => `[\`${path}\`](../${path})`;
/** `src/write/lock.ts withLock` as a link and a name. */
const source = (mechanism: string) => {
  const [path = '', name = ''] = mechanism.split(' ');
  return `${link(path)} \`${name}\``;
};

function section({ id, what, promise, mechanism, proof, outside }: Fault) {
  const tests = proof.map(({ file, name }) => `- ${link(file)}: ${name.replaceAll('`', '')}`);
  const lines = [`### ${id}: ${what}`, '', promise, '', `How: ${mechanism.map(source).join(', ')}.`, '', ...tests];
  return [...lines, ...(outside === undefined ? [] : ['', `Left out: ${outside}`])].join('\n');
}

const intro = `# Reliability

With automatic pruning, a file that is missing from \`dist/\` is an order to delete. This page lists what can go wrong
with a run, what is promised, and the tests that fail when a promise is broken. A test walks the list: every test that
is named here exists.

The order of every run: render and check in memory; write under temporary names beside the final ones, a new folder as a
whole, and read back; rename each; delete what is stale last. Nothing else is kept: Git is the record, and \`synth --check\` renders again and
compares every byte.`;
const groups = GROUPS.map(([title, faults]) => [`## ${title}`, ...faults.map(section)].join('\n\n'));
writeFileSync(join(to, 'reliability.md'), `${[intro, ...groups].join('\n\n')}\n`);
