import { type Command, Option } from 'commander';
import { describeProblem, ERROR_CODES } from '../../model/errors';
import { differencesText } from '../../report/differences-text';
import { jsonDocument } from '../../report/json';
import type { FactsResult } from '../../run/commands/facts';
import { terminalOutput } from '../output';
import { rootsOf } from '../roots';

interface FactsFlags {
  readonly format: 'text' | 'json';
}

/** Loaded by this command alone, since it loads the AWS SDK. */
const loadFacts = () => import('../../run/commands/facts.js');

export function register(program: Command): void {
  const facts = program.command('facts').description('read the live EKS cluster');
  const format = () => new Option('-f, --format <format>', 'of the result').choices(['text', 'json']).default('text');
  facts
    .command('refresh')
    .argument('<environment>')
    .description('write what the cluster says to environments/<environment>/facts.json')
    .addOption(format())
    .action(async (name: string, flags: FactsFlags) => {
      const result = await (await loadFacts()).refreshFacts(rootsOf(program), name);
      const state = result.written ? 'written' : 'unchanged';
      print(program, result, flags, `environments/${name}/facts.json: ${state}${leftOut(result)}\n`);
      process.exitCode = result.unread.length > 0 ? ERROR_CODES.LIVE.exit : 0;
    });
  facts
    .command('check')
    .argument('<environment>')
    .description('say what differs between facts.json, environment.yaml and the cluster')
    .addOption(format())
    .action(async (name: string, flags: FactsFlags) => {
      const result = await (await loadFacts()).checkFacts(rootsOf(program), name);
      const drifted = result.drift.length + result.disagreements.length > 0;
      print(program, result, flags, drifted ? '' : `${name}: facts.json is what the cluster says\n`);
      process.exitCode = drifted ? 1 : 0;
    });
  facts
    .command('policy')
    .argument('<environment>')
    .description('print the IAM policy that reads the cluster, with the least that it takes')
    .action(async (name: string) => {
      const policy = (await loadFacts()).readerPolicy(rootsOf(program), name);
      terminalOutput(program.opts()).result(`${JSON.stringify(policy, null, 2)}\n`);
    });
}

function leftOut({ unread }: FactsResult): string {
  return unread.length === 0 ? '' : ', without what could not be read';
}

function print(
  program: Command,
  { environment, drift, disagreements, unread }: FactsResult,
  flags: FactsFlags,
  state: string,
): void {
  const output = terminalOutput(program.opts());
  if (flags.format === 'json') {
    output.result(jsonDocument('facts', { environment, drift, disagreements, unread }));
    return;
  }
  output.text(differencesText(`facts.json of ${environment} → live cluster`, drift));
  output.text(differencesText(`environment.yaml of ${environment} → live cluster`, disagreements));
  for (const problem of unread) output.text(`unknown: ${describeProblem(problem)}\n`);
  output.text(state);
}
