import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../../src/checks/engine/rule';
import { RULES } from '../../src/checks/registry';
import { ERROR_CODES, EXIT_CODES, SIGNAL_CODES } from '../../src/model/errors';
import { pairMistakes } from './mistakes';
import type { Pages } from './page';

const page = (id: string) => `${id}.md`;
const code = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;

function rulePage({ id, severity, summary, why, see }: Rule, root: string): readonly string[] {
  const read = (file: string) => readFileSync(join(root, 'test', 'cases', 'rules', id, file), 'utf8');
  const { mistakes, beside, elsewhere } = pairMistakes(read('wrong.yaml'), read('expected.txt'));
  const standsBeside = beside.length === 0 ? [] : ['Beside them stands:', code('yaml', beside.join('\n---\n'))];
  const ofOthers = elsewhere.length === 0 ? [] : ['Of an object that is only in the committed output:'];
  return [
    `# ${id}`,
    `${summary} Severity: ${severity}.`,
    why,
    '## What it refuses, and what it says',
    ...mistakes.flatMap(({ yaml, said }) => [code('yaml', yaml), code('text', said.join('\n'))]),
    ...ofOthers,
    ...elsewhere.map((said) => code('text', said)),
    ...standsBeside,
    '## What it accepts',
    code('yaml', read('right.yaml')),
    ...(elsewhere.length > 0 ? [] : liveWithIt(id)),
    '## See',
    see.map((address) => `- <${address}>`).join('\n'),
  ];
}

/** What is not rendered has no place for it. */
const liveWithIt = (id: string) => [
  '## To live with it',
  `Beside the object, with a reason that the report shows: \`silence(construct, '${id}', 'why')\`.`,
];

/** A page for each rule, from the registry and its cases, and the lists of rules and of codes. */
export function rulePages(root: string): Pages {
  const pages = RULES.map((rule) => [`rules/${page(rule.id)}`, `${rulePage(rule, root).join('\n\n')}\n`] as const);
  return { ...Object.fromEntries(pages), 'rules/README.md': rulesText(), 'errors.md': errorsText() };
}

function rulesText(): string {
  const rows = RULES.map(({ id, severity, summary }) => `| [${id}](${page(id)}) | ${severity} | ${summary} |`);
  return `# Rules\n\n| rule | severity | what it asks |\n|---|---|---|\n${rows.join('\n')}\n`;
}

const SIGNALS = {
  SIGHUP: 'the terminal went away',
  SIGINT: 'stopped by Ctrl-C',
  SIGTERM: 'stopped by a job or a service',
};

function errorsText(): string {
  const codes = Object.entries(ERROR_CODES).map(([name, { exit, about }]) => `| ${name} | ${exit} | ${about} |`);
  const intro =
    'What cannot continue is told as `error CODE: …` on stderr, with all problems at once. Branch on the code, not on the text.';
  const exits = EXIT_CODES.map((meaning, exit) => `| ${exit} | ${meaning} |`);
  const ended = Object.entries(SIGNAL_CODES).map(
    ([signal, exit]) =>
      `| ${exit} | ${SIGNALS[signal as keyof typeof SIGNAL_CODES]} (${signal}); what was begun is whole or taken back |`,
  );
  const byExit = `| exit code | meaning |\n|---|---|\n${[...exits, ...ended].join('\n')}`;
  const byCode = `| code | exit code | meaning |\n|---|---|---|\n${codes.join('\n')}`;
  return `# Errors\n\n${byExit}\n\n${intro}\n\n${byCode}\n`;
}
