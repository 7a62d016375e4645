import type { Command } from 'commander';
import type { Tier } from '../model/environment';
import { ToolError } from '../model/errors';
import { didYouMean } from '../model/suggest';
import type { Selection } from '../run/survey/run-options';

const TIERS: readonly Tier[] = ['development', 'staging', 'production'];

export interface SelectionFlags {
  readonly env?: readonly string[];
  readonly tier?: readonly string[];
  readonly app?: readonly string[];
}

/** Adds `--env`, `--tier` and `--app`, each of which may be given several times or with commas. */
export function addSelectionFlags(command: Command, which: { readonly app: boolean } = { app: true }): Command {
  command
    .option('-e, --env <name>', 'only this environment (repeatable)', collect)
    .option('-t, --tier <tier>', `only environments of this tier: ${TIERS.join(', ')} (repeatable)`, collect);
  if (which.app) command.option('-a, --app <name>', 'only this app (repeatable)', collect);
  return command;
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',')];
}

/** Adds `--jobs`. */
export function addJobsFlag(command: Command): Command {
  return command.option('-j, --jobs <n>', 'threads that render (default: one per core, where there is enough work)');
}

/** @throws ToolError ARGUMENTS unless it is a whole number from 1 to 256 */
export function jobsOf({ jobs }: { readonly jobs?: string }): { readonly jobs?: number } {
  if (jobs === undefined) return {};
  if (/^[1-9]\d*$/.test(jobs) && Number(jobs) <= 256) return { jobs: Number(jobs) };
  throw new ToolError('ARGUMENTS', [
    { message: `--jobs is "${jobs}".`, fix: 'use a whole number from 1 to 256, such as the number of cores.' },
  ]);
}

function isTier(text: string): text is Tier {
  return TIERS.some((tier) => tier === text);
}

/** @throws ToolError ARGUMENTS for a tier that does not exist */
export function selectionOf(flags: SelectionFlags): Selection {
  const empty = (['env', 'tier', 'app'] as const)
    .filter((flag) => flags[flag]?.some((name) => name.trim() === ''))
    .map((flag) => ({
      message: `--${flag} names nothing, which may be a variable that is not set.`,
      fix: `name one, or leave --${flag} out to select all.`,
    }));
  if (empty.length > 0) throw new ToolError('ARGUMENTS', empty);
  const problems = (flags.tier ?? [])
    .filter((tier) => !isTier(tier))
    .map((tier) => ({
      message: `there is no tier "${tier}".${didYouMean(tier, TIERS)} The tiers are: ${TIERS.join(', ')}.`,
    }));
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  return { environments: flags.env ?? [], tiers: (flags.tier ?? []).filter(isTier), apps: flags.app ?? [] };
}
