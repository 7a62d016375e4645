import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import type { TrustEntry } from '../../run/survey/trust-entries';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';

interface TrustFlags extends SelectionFlags {
  readonly format: 'text' | 'json';
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
    .action((flags: TrustFlags) => run(program, flags));
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
  const lines = [`${environment} › ${roleArn}`, ...subjects.map((subject) => `  trusts ${subject}`)];
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
