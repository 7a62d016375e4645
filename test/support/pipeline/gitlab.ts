import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../project';
import type { Agent } from './agent';

interface Job {
  readonly extends?: string;
  readonly before_script?: readonly string[];
  readonly script?: readonly string[];
}

const FILE = parse(readFileSync(join(ROOT, 'docs', 'pipelines', 'gitlab', 'gitlab-ci.yml'), 'utf8'));
const HIDDEN = ['.installed', '.change'];

/** The jobs of the file that run. */
export const GITLAB_JOBS: readonly string[] = Object.entries(FILE)
  .filter(([name, value]) => Object(value).script !== undefined && !HIDDEN.includes(name))
  .map(([name]) => name);

/** A job and what it extends, as GitLab joins them: the nearer one's keys win. */
function jobOf(name: string): Job {
  const job: Job = FILE[name];
  return job.extends === undefined ? job : { ...jobOf(job.extends), ...job };
}

/** Runs a job as a runner does: one shell, with the variables of the file and those of the pipeline. */
export function runGitlabJob(
  agent: Agent,
  name: string,
  { cwd, variables }: { readonly cwd: string; readonly variables: Readonly<Record<string, string>> },
): Promise<string> {
  const { before_script: before = [], script = [] } = jobOf(name);
  const all = { ...FILE.variables, ...variables };
  return agent.run([...before, ...script].join('\n'), { shell: 'bash', cwd, variables: all });
}
