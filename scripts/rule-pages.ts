// Writes docs/rules/ and docs/errors.md from the registry, its cases and the list of codes.
//   npm run pages            into docs/
//   npm run pages -- DIR     into another folder, for comparing
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { RULES } from '../src/checks/registry';
import { ERROR_CODES } from '../src/model/errors';

const root = join(__dirname, '..');
const to = resolve(process.argv[2] ?? join(root, 'docs'));
const page = (id: string) => `${id}.md`;
const code = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

for (const { id } of RULES) mkdirSync(join(to, 'rules', dirname(id)), { recursive: true });
for (const { id, severity, summary, see } of RULES) {
  const read = (file: string) => readFileSync(join(root, 'test', 'cases', 'rules', id, file), 'utf8');
  const text = [
    `# ${id}`,
    `${summary} Severity: ${severity}.`,
    '## What it refuses',
    code('yaml', read('wrong.yaml')),
    '## What it says',
    code('text', read('expected.txt')),
    '## What it accepts',
    code('yaml', read('right.yaml')),
    '## To live with it',
    `Beside the object, with a reason that the report shows: \`silence(construct, '${id}', 'why')\`.`,
    '## Source',
    see,
  ];
  writeFileSync(join(to, 'rules', page(id)), `${text.join('\n\n')}\n`);
}
const rows = RULES.map(({ id, severity, summary }) => `| [${id}](${page(id)}) | ${severity} | ${summary} |`);
writeFileSync(
  join(to, 'rules', 'README.md'),
  `# Rules\n\n| rule | severity | what it asks |\n|---|---|---|\n${rows.join('\n')}\n`,
);
const codes = Object.entries(ERROR_CODES).map(([name, { exit, about }]) => `| ${name} | ${exit} | ${about} |`);
const intro =
  'What cannot continue is told as `error CODE: …` on stderr, with all problems at once. Branch on the code, not on the text.';
writeFileSync(
  join(to, 'errors.md'),
  `# Errors\n\n${intro}\n\n| code | exit code | meaning |\n|---|---|---|\n${codes.join('\n')}\n`,
);
