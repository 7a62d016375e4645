import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { defined } from '../model/defined';
import { REFEREES, type RefereeName, type RefereeOptions } from '../run/survey/run-options';
import { oneValue } from './one-value';

export interface RefereeFlags {
  readonly referee?: readonly RefereeName[];
  readonly kubeconfig?: string;
  readonly context?: string;
}

/** Adds `--referee`, and what the API server among them needs. */
export function addRefereeFlags(command: Command): Command {
  return command
    .addOption(new Option('--referee <name...>', 'also ask an outside judge').choices(REFEREES))
    .option(
      '--kubeconfig <file>',
      'the cluster whose API server judges: a dry run that stores nothing',
      oneValue('--kubeconfig'),
    )
    .option('--context <name>', 'the context of that kubeconfig (default: its current one)', oneValue('--context'));
}

export function refereesOf({ referee = [], kubeconfig, context }: RefereeFlags): RefereeOptions {
  if (kubeconfig === undefined) return { names: referee };
  return {
    names: referee,
    cluster: { kubeconfig: resolve(kubeconfig), ...defined({ context }) },
  };
}
