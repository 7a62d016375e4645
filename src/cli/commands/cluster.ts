import { type Command, Option } from 'commander';
import { describeProblem, ToolError } from '../../model/errors';
import { jsonDocument } from '../../report/json';
import type { ClusterFormat, ClusterResult } from '../../run/commands/cluster';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';

interface ClusterFlags {
  readonly format: ClusterFormat;
  readonly write?: boolean;
  readonly check?: boolean;
  readonly strict?: boolean;
}

export function register(program: Command): void {
  program
    .command('cluster')
    .argument('<environment>')
    .description(
      'the cluster that an environment describes, as eksctl reads it or as calls of the AWS CLI; asks nothing of AWS',
    )
    .addOption(
      new Option('-f, --format <format>', 'of the description: cli is calls of the AWS CLI, json has both')
        .choices(['eksctl', 'cli', 'json'])
        .default('eksctl'),
    )
    .option('--write', 'into clusters/<environment>/ instead, to be reviewed and committed')
    .option('--check', 'writes nothing, and fails where clusters/<environment>/ is not what the environment describes')
    .option('--strict', 'fail on warnings')
    .action((name: string, flags: ClusterFlags) => run(program, name, flags));
}

async function run(program: Command, name: string, flags: ClusterFlags): Promise<void> {
  refuseTogether(flags);
  const output = terminalOutput(program.opts());
  const { checkCluster, cluster, clusterText, writeCluster } = await import('../../run/commands/cluster.js');
  const roots = rootsOf(program);
  const result = cluster(roots, name, flags.format);
  // What is left out stands in the result itself.
  if (flags.format !== 'json')
    for (const warning of result.warnings) output.log(`warning SETTINGS: ${describeProblem(warning)}`);
  if (flags.check === true) {
    checkCluster(roots, result, `cdk8s-eks cluster ${name} --format ${flags.format} --write`);
    output.log(`clusters/${name} is what the environment describes`);
  } else if (flags.write === true) {
    const { changed, stale } = writeCluster(roots, result);
    const lines = [...changed.map((path) => `written: ${path}`), ...stale.map((path) => `removed: ${path}`)];
    output.text(lines.length === 0 ? `clusters/${name}: unchanged\n` : `${lines.join('\n')}\n`);
  } else output.result(flags.format === 'json' ? jsonText(result) : clusterText(result));
  if (flags.strict === true && result.warnings.length > 0) process.exitCode = 1;
}

function refuseTogether({ format, write, check }: ClusterFlags): void {
  const problems = [
    ...(write === true && check === true
      ? [{ message: '--write and --check are given both.', fix: 'give one of them.' }]
      : []),
    ...(format === 'json' && (write === true || check === true)
      ? [
          {
            message: '--format json is for programs, and no file of it is kept.',
            fix: 'use --format eksctl or --format cli.',
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
}

function jsonText({ name, eksctl, steps, leftOut, warnings }: ClusterResult): string {
  const told = warnings.map(({ message, fix, path, place }) => ({ message, fix, path, source: place }));
  return jsonDocument('cluster', { environment: name, eksctl, steps, leftOut, warnings: told });
}
