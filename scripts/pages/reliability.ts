import { FINDING_GROUPS } from '../../test/cli/faults/findings';
import type { Finding } from '../../test/cli/faults/findings/finding';
import { GROUPS } from '../../test/cli/faults/table';
import type { Fault } from '../../test/cli/faults/table/fault';
import type { Pages } from './page';

/** No link: the page is in the package too, and tests are not. */
const named = (path: string) => `\`${path}\``;
/** `src/write/lock.ts withLock` as a path and a name. */
const source = (mechanism: string) => {
  const [path = '', name = ''] = mechanism.split(' ');
  return `${named(path)} \`${name}\``;
};

function section({ id, what, promise, mechanism, proof, outside }: Fault) {
  const tests = proof.map(({ file, name }) => `- ${named(file)}: ${name.replaceAll('`', '')}`);
  const lines = [`### ${id}: ${what}`, '', promise, '', `How: ${mechanism.map(source).join(', ')}.`, '', ...tests];
  return [...lines, ...(outside === undefined ? [] : ['', `Left out: ${outside}`])].join('\n');
}

const cell = (text: string) => text.replaceAll('`', '').replaceAll('|', '\\|');
function row({ row: number, promise, test, more = [] }: Finding) {
  const tests = [test, ...more].map(([path, ...names]) => `${named(path)}: ${names.map(cell).join('; ')}`);
  return `| ${number} | ${promise.replaceAll('|', '\\|')} | ${tests.join('<br>')} |`;
}

const found = FINDING_GROUPS.map(([title, findings]) =>
  [`### ${title}`, '', '| row | promise | tests |', '|---|---|---|', ...findings.map(row)].join('\n'),
);

const intro = `# Reliability

With automatic pruning, a file that is missing from \`dist/\` is an order to delete. This page lists what can go wrong
with a run, what is promised, and the tests that fail when a promise is broken. A test walks the list: every test that
is named here exists.

The order of every run: render and check in memory; write under temporary names beside the final ones, a new folder as a
whole, and read back; rename each; delete what is stale last. A failure on the way takes back what was done. Nothing else is kept: Git is the record, and \`synth --check\` renders again and
compares every byte.

## In short

- A run that meets a full disk, or a file it may not replace, leaves the old output; one that is killed leaves the old, the
  new, or one that \`synth --check\` refuses; no file is ever cut short, and the next run heals it (every call of the writer: \`test/cli/faults/writer.test.ts\`,
  the whole binary: \`test/cli/faults/binary.test.ts\`).
- Two runs never mix; a lock that a dead run left goes to one heir (eight at once: \`test/cli/faults/concurrency.test.ts\`).
- Ctrl-C lets the writing end, and exits with 130 (at every call: \`test/cli/faults/writer.test.ts\`).
- Links are never followed, and no name leads out of the folder (links: \`test/cli/faults/traps.test.ts\`,
  names: \`test/cli/faults/payloads.test.ts\`).
- Files of others are never changed or deleted (writing: \`test/unit/write/write-files.test.ts\`).
- What holds data, a whole app, or a tenth of one is deleted only when somebody says so
  (the brake: \`test/unit/write/deletion-brake.test.ts\`, with Git: \`test/cli/deletion.test.ts\`).
- The same source is the same bytes, wherever and under whichever variables, without a network
  (surroundings: \`test/cli/faults/surroundings.test.ts\`).
- Annotations that make Argo CD replace or delete are refused (the rule's cases: \`test/cases/rules.test.ts\`).`;
const FOUND = `## What was found, and holds now

What attacks on a release found to be broken, by its row; each test is named after it.`;
const groups = GROUPS.map(([title, faults]) => [`## ${title}`, ...faults.map(section)].join('\n\n'));

/** From the tables of faults and findings in test/cli/faults/. */
export function reliabilityPages(): Pages {
  return { 'reliability.md': `${[intro, ...groups, FOUND, ...found].join('\n\n')}\n` };
}
