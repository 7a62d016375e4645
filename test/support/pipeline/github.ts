import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../project';
import type { Agent } from './agent';

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Context {
  readonly cwd: string;
  /** Expressions as they are written, and what GitHub would put there. */
  readonly expressions: Readonly<Record<string, string>>;
  /** Conditions as they are written, with what they come to; a function is asked when its step is reached. */
  readonly conditions: Readonly<Record<string, boolean | ((env: ReadonlyMap<string, string>) => boolean)>>;
}

/** Runs the scripts of a job in their order. Actions are left out. @returns the variables that scripts set */
export async function runGithubJob(
  agent: Agent,
  workflow: string,
  job: string,
  { cwd, expressions, conditions }: Context,
): Promise<ReadonlyMap<string, string>> {
  const { jobs } = parse(readFileSync(join(ROOT, 'docs', 'pipelines', 'github', workflow), 'utf8'));
  const files = { GITHUB_ENV: join(agent.folder, 'env'), GITHUB_STEP_SUMMARY: join(agent.folder, 'summary') };
  for (const path of Object.values(files)) writeFileSync(path, '');
  const set = () =>
    new Map([...readFileSync(files.GITHUB_ENV, 'utf8').matchAll(/^(\w+)=(.*)$/gm)].map(([, k = '', v = '']) => [k, v]));
  const filled = (text: string) =>
    text.replaceAll(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => known(expressions, expression));
  for (const step of jobs[job].steps as readonly Step[]) {
    if (step.run === undefined) continue;
    const condition = step.if === undefined || known(conditions, step.if);
    if (!(typeof condition === 'function' ? condition(set()) : condition)) continue;
    agent.note(`step ${step.name ?? step.run}`);
    const env = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(value)] as const);
    const variables = { ...files, ...Object.fromEntries(set()), ...Object.fromEntries(env) };
    await agent.run(filled(step.run), { shell: 'bash', cwd, variables });
  }
  return set();
}

function known<T>(values: Readonly<Record<string, T>>, key: string): T {
  const value = values[key];
  if (value === undefined) throw new Error(`nobody says what "${key}" is`);
  return value;
}
