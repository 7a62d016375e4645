import { relative, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import { PIPELINES, type Pipeline } from '../../run/init/pipelines';
import { terminalOutput } from '../output';
import { PACKAGE_ROOT, projectRoot } from '../roots';

interface InitFlags {
  readonly yes?: boolean;
  readonly pipeline: Pipeline;
  readonly format: 'text' | 'json';
}

export function register(program: Command): void {
  program
    .command('init')
    .argument('<dir>', 'an empty folder, or one that is not there yet')
    .description('write a project of your own: two environments, an app, a test, CI')
    .option('-y, --yes', 'write it; without, say what would be written')
    .addOption(
      new Option('--pipeline <name>', 'what reviews and releases it (docs/pipelines.md)')
        .choices(PIPELINES)
        .default('github'),
    )
    .addOption(new Option('-f, --format <format>', 'of the list').choices(['text', 'json']).default('text'))
    .action((dir: string, flags: InitFlags) => run(program, dir, flags));
}

async function run(program: Command, dir: string, flags: InitFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { init } = await import('../../run/commands/init.js');
  const folder = resolve(projectRoot(program), dir);
  const written = flags.yes === true;
  const files = init(folder, PACKAGE_ROOT, { yes: written, pipeline: flags.pipeline });
  if (flags.format === 'json') return output.result(jsonDocument('init', { files, written }));
  const list = files.map((file) => `  ${file}`).join('\n');
  output.text(
    written
      ? `${list}\n${nextSteps(relative(process.cwd(), folder))}`
      : `init would write into ${folder}:\n${list}\n${ASKED}`,
  );
}

const ASKED = 'nothing was written yet; the same command with --yes writes it.\n';

/** For a shell, whatever the folder is called. */
function nextSteps(dir: string): string {
  const enter = dir === '' ? '' : `cd ${/^[\w./-]+$/.test(dir) ? dir : `'${dir.replaceAll("'", "'\\''")}'`} && `;
  return `next: ${enter}npm install && npm test && npm run synth
then: put the values of your cluster into environments/dev/environment.yaml
`;
}
