import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import { preflightSummary, preflightText } from '../../report/preflight-text';
import type { TrustEntry } from '../../run/survey/trust-entries';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';

interface TrustFlags extends SelectionFlags {
  readonly format: 'text' | 'json';
  readonly check?: readonly string[];
  readonly strict?: boolean;
}

export function register(program: Command): void {
  addSelectionFlags(
    program
      .command('trust')
      .description(
        'trust policies, Pod Identity associations and access entries that the rendered objects need, for the IAM team',
      ),
  )
    .addOption(new Option('-f, --format <format>', 'of the list').choices(['text', 'json']).default('text'))
    .option('--check <paths...>', 'compare with roles of IAM: files and folders of what `aws iam` prints')
    .option('--strict', 'with --check: fail on what is unknown too')
    .action((flags: TrustFlags) =>
      flags.check === undefined ? run(program, flags) : check(program, flags, flags.check),
    );
}

async function check(program: Command, flags: TrustFlags, paths: readonly string[]): Promise<void> {
  const output = terminalOutput(program.opts());
  const { trustCheck } = await import('../../run/commands/trust.js');
  const rows = await trustCheck(rootsOf(program), selectionOf(flags), paths);
  const summary = preflightSummary(rows);
  if (flags.format === 'json') output.result(jsonDocument('trust', { rows, summary }));
  else output.text(preflightText('roles of IAM', rows));
  const fails = summary.problem > 0 || (flags.strict === true && summary.unknown > 0);
  process.exitCode = fails ? 1 : 0;
}

async function run(program: Command, flags: TrustFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const entries = await (await import('../../run/commands/trust.js')).trust(rootsOf(program), selectionOf(flags));
  output.result(flags.format === 'json' ? jsonDocument('trust', { entries }) : text(entries));
}

function text(entries: readonly TrustEntry[]): string {
  if (entries.length === 0) return 'no rendered service account assumes an IAM role, and no access entry is rendered\n';
  return entries.map(entryText).join('\n');
}

function entryText({
  environment,
  roleArn,
  subjects,
  policy,
  permissions,
  associations = [],
  accessEntries = [],
  missing,
}: TrustEntry): string {
  const lines = [
    `${environment} › ${roleArn ?? 'a role that is not known'}`,
    ...subjects.map((subject) => `  trusts ${subject}`),
  ];
  if (missing !== undefined) lines.push(`  unknown: ${missing.what}.`, `  fix: ${missing.fix}.`);
  else if (policy !== undefined) lines.push(...indented(policy));
  if (permissions !== undefined)
    lines.push('  needs these permissions, to be exchanged for its targets', ...indented(permissions));
  for (const { madeBy, input } of associations)
    lines.push(madeBy === 'ack' ? '  ACK makes the association' : '  needs the association', ...indented(input));
  for (const { madeBy, createAccessEntry, associateAccessPolicy } of accessEntries) {
    lines.push(madeBy === 'ack' ? '  ACK makes the access entry' : '  needs the access entry');
    lines.push(...indented(createAccessEntry));
    for (const input of associateAccessPolicy) lines.push('  with the access policy', ...indented(input));
  }
  return `${lines.join('\n')}\n`;
}

function indented(value: object | undefined): readonly string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `  ${line}`);
}
