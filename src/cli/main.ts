import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { EXIT_CODES } from '../model/errors';
import * as bump from './commands/bump';
import * as check from './commands/check';
import * as cluster from './commands/cluster';
import * as compare from './commands/compare';
import * as diff from './commands/diff';
import * as endpoints from './commands/endpoints';
import * as facts from './commands/facts';
import * as init from './commands/init';
import * as kubeconform from './commands/kubeconform';
import * as merge from './commands/merge';
import * as pin from './commands/pin';
import * as place from './commands/place';
import * as preflight from './commands/preflight';
import * as promote from './commands/promote';
import * as synth from './commands/synth';
import * as trust from './commands/trust';
import * as upgrade from './commands/upgrade';
import { requireFreshBuild } from './fresh-build';
import { endProcess, guardProcess } from './guard-process';
import { oneValue } from './one-value';
import { beginReport, reportError } from './report-error';
import { PACKAGE_ROOT } from './roots';

const COMMANDS = [
  synth,
  check,
  diff,
  bump,
  promote,
  compare,
  pin,
  merge,
  cluster,
  facts,
  preflight,
  place,
  upgrade,
  trust,
  endpoints,
  init,
  kubeconform,
];
const COMMAND_NAMES = [
  'synth',
  'check',
  'diff',
  'bump',
  'promote',
  'compare',
  'pin',
  'unpin',
  'merge',
  'cluster',
  'facts',
  'preflight',
  'place',
  'upgrade',
  'trust',
  'endpoints',
  'init',
  'kubeconform',
  'help',
];

const HELP = `
Examples:
  cdk8s-eks init DIR --yes                    a project of your own, ready to render
  cdk8s-eks synth                             renders every app for every environment into dist/
  cdk8s-eks synth --check                     fails where dist/ is not what the source says
  cdk8s-eks diff --env prod --app shop        what a commit would change on the cluster
  cdk8s-eks check --manifests DIR --env prod  judges YAML from elsewhere

Exit codes:
${EXIT_CODES.map((meaning, code) => `  ${code}  ${meaning}`).join('\n')}`;

/** The command line as a process of its own, which ends when the work is done. */
export async function run(argv: readonly string[]): Promise<never> {
  const release = guardProcess();
  await main(argv);
  release();
  return endProcess();
}

/** Runs the command line; the exit code is set when the returned promise resolves. */
export async function main(argv: readonly string[]): Promise<void> {
  beginReport(argv, COMMAND_NAMES);
  const program = new Command('cdk8s-eks')
    .description('Renders typed charts for Amazon EKS into dist/<environment>/, checked, ready for Argo CD.')
    .option('-p, --project <dir>', 'the project to work on (default: the current folder)', (value: string) =>
      oneValue('--project')(value, undefined),
    )
    .option('-q, --quiet', 'no progress and no log')
    .option('-v, --verbose', 'say more about what is done')
    .option('--version', 'the version of cdk8s-eks')
    .on('option:version', () => {
      process.stdout.write(`${versionOf(PACKAGE_ROOT)}\n`);
      throw new CommanderError(0, 'commander.version', '');
    })
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .exitOverride()
    // It is told with all that stops a run, in the format that is asked for.
    .configureOutput({ outputError: () => undefined });
  for (const { register } of COMMANDS) register(program);
  try {
    requireFreshBuild(PACKAGE_ROOT);
    await program.parseAsync(kubeconform.withItsOwnArguments(argv), { from: 'user' });
  } catch (error) {
    process.exitCode = reportError(error, program.opts<{ verbose?: boolean }>().verbose === true);
  }
}

function versionOf(packageRoot: string): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  return version;
}
