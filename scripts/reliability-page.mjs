// Writes docs/reliability.md from the table of faults in test/cli/faults/.
//   npm run pages                               with all other pages
//   node scripts/reliability-page.mjs DIR       into another folder, for comparing
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadModule, root } from './bundle.mjs';

const to = resolve(process.argv[2] ?? join(root, 'docs'));
const { GROUPS } = await loadModule('test/cli/faults/table.ts');
const link = (path) => `[\`${path}\`](../${path})`;
const source = (one) => {
  const [path, name] = one.split(' ');
  return `${link(path)} \`${name}\``;
};

function section({ id, what, promise, mechanism, proof, outside }) {
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
