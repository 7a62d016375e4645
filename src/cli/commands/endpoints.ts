import { type Command, Option } from 'commander';
import { jsonDocument } from '../../report/json';
import type { EndpointEntry, EndpointNeed } from '../../run/survey/endpoints';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';
import { addSelectionFlags, type SelectionFlags, selectionOf } from '../selection';

interface EndpointsFlags extends SelectionFlags {
  readonly format: 'text' | 'json';
}

export function register(program: Command): void {
  addSelectionFlags(
    program
      .command('endpoints')
      .description(
        'VPC endpoints that the rendered objects need where nothing leads out of the VPC, for the network team',
      ),
  )
    .addOption(new Option('-f, --format <format>', 'of the list').choices(['text', 'json']).default('text'))
    .action((flags: EndpointsFlags) => run(program, flags));
}

async function run(program: Command, flags: EndpointsFlags): Promise<void> {
  const output = terminalOutput(program.opts());
  const { endpoints } = await import('../../run/commands/endpoints.js');
  const entries = await endpoints(rootsOf(program), selectionOf(flags));
  output.result(flags.format === 'json' ? jsonDocument('endpoints', { entries }) : text(entries));
}

const UNSEEN = 'What programs call by themselves is not listed: their endpoints come in addition.\n';

function text(entries: readonly EndpointEntry[]): string {
  const names = [...new Set(entries.map(({ environment }) => environment))];
  if (names.length === 0) return 'no environment on EKS is among those that were rendered\n';
  return `${names.map((name) => environmentText(entries.filter(({ environment }) => environment === name))).join('\n')}\n${UNSEEN}`;
}

function environmentText(entries: readonly EndpointEntry[]): string {
  const [first] = entries;
  const lines = entries.flatMap(({ service, serviceName = service, type, instead, neededBy }) => [
    type === 'none' ? `  ${service} has no endpoint: ${instead ?? 'use a proxy'}` : `  ${serviceName} (${type})`,
    ...neededBy.map(needText),
  ]);
  const heading = `${first?.environment ?? ''}${first?.private === true ? ', private' : ''}`;
  return `${[heading, ...lines].join('\n')}\n`;
}

const SHOWN = 3;

function needText({ use, objects }: EndpointNeed): string {
  if (objects.length === 0) return `    ${use}`;
  const more = objects.length > SHOWN ? ` and ${objects.length - SHOWN} more` : '';
  return `    ${objects.slice(0, SHOWN).join(', ')}${more}: ${use}`;
}
