import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKED, oneApp, type Row, UNCHECKED } from './one-app';

const BEGIN = '<!-- one app: `npm run bench -- --one-app` -->';
const END = '<!-- end of one app -->';

/**
 * Measures one app. @returns its section of the page
 * @param isWritten whether the page gets it, which otherwise stays as it is
 */
export async function measureOneApp(
  folder: string,
  packageRoot: string,
  rounds: number,
  isWritten: boolean,
): Promise<string> {
  const rows = await oneApp(folder, packageRoot, rounds);
  for (const { name, seconds, cpuSeconds, ratio } of rows)
    console.log(
      `${name.padEnd(32)} ${seconds.toFixed(3)} s ${ratio.toFixed(2).padStart(6)} × cdk8s  cpu ${cpuSeconds.toFixed(3)} s`,
    );
  const section = oneAppSection(rows, rounds);
  if (isWritten) {
    const path = join(packageRoot, 'docs', 'performance.md');
    const page = readFileSync(path, 'utf8');
    const [before, after] = around(page);
    writeFileSync(path, before + section + after);
  }
  return section;
}

/** What stands before the section in a page, and after it; a page that has none gets it before its first other section. */
function around(page: string): readonly [string, string] {
  const start = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (start >= 0 && end >= 0) return [page.slice(0, start), page.slice(end + END.length + 1)];
  const first = page.indexOf('## ');
  return [page.slice(0, first), `\n${page.slice(first)}`];
}

/** The section of `docs/performance.md` about one app, which is measured apart from the platforms. */
function oneAppSection(rows: readonly Row[], rounds: number): string {
  const lines = rows.map(
    ({ name, seconds, cpuSeconds, ratio }) =>
      `| ${name} | ${seconds.toFixed(3)} | ${ratio.toFixed(2)} | ${cpuSeconds.toFixed(3)} |\n`,
  );
  const ratioOf = (name: string) => rows.find((row) => row.name === name)?.ratio.toFixed(2) ?? '';
  return `${BEGIN}
## One app, cold

What most people run: podinfo of this repository in one environment, with its type check, in a project in which this
package is installed. Each run is a process of its own; medians of ${rounds} runs that took turns with the others of this table. \`node -e "require('cdk8s')"\` is what every tool on
cdk8s has to do. What is kept from run to run lies outside the project and can be deleted: compiled code, bundles of
modules that were not written since, and with which inputs the compiler found nothing.

| run | seconds | × loading cdk8s | processor seconds |
|---|--:|--:|--:|
${lines.join('')}
What a run loads of the package does not grow with imports/: a group is a file of its own, which is loaded when an app first
uses a kind of it, and a class is made when it is first read. Processor milliseconds for loading the package and making a
namespace, a service and a ConfigMap, with compiled code kept, least of 15 runs that took turns while other work kept both
cores busy: 24.6 when \`charts/index.js\` held \`k8s\` and three custom kinds (0.67 MB), 34.9 with all 59 custom kinds in it
(1.3 MB), 17.6 with the groups apart (0.23 MB, and what is used of 0.97 MB). So 100 KB of generated code cost 1.6 ms of every
run there; 100 KB of constructs, measured with three copies of them, cost 2 ms, too little to part them too. Since then
\`charts/index.js\` has grown to 1.26 MB, by constructs and by the lists of what each property takes, which are closed. Those lists
cost a run about 2 ms of processor time with compiled code kept, and 4 ms without.

| target | wanted | measured |
|---|--:|--:|
| ${UNCHECKED} / loading cdk8s | ≤ 1.5 | ${ratioOf(UNCHECKED)} |
| ${CHECKED} / loading cdk8s | ≤ 2.5 | ${ratioOf(CHECKED)} |

${END}
`;
}
