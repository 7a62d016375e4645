import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../git';
import type { Agent } from './agent';
import { namedOf, readJenkinsfile, type Statement, textOf } from './jenkinsfile';

type Variables = Readonly<Record<string, string>>;

interface Place {
  readonly cwd: string;
  readonly variables: Variables;
}

/**
 * Runs the steps of a declarative Jenkinsfile in their order, as Jenkins does: what `when` says, variables, credentials by
 * their ids, folders, and `post`. @throws Error for what it does not know, so that no step is left out in silence
 */
export async function runJenkinsfile(agent: Agent, text: string, { cwd, variables }: Place): Promise<void> {
  const [pipeline] = readJenkinsfile(text);
  const sections = blockOf(pipeline);
  const given: Record<string, string> = { ...variables };
  for (const { name, words } of blockOf(sections.find((one) => one.name === 'environment')))
    given[name] = (words[1]?.text ?? '').replaceAll(/\$\{(\w+)\}/g, (_, key: string) => given[key] ?? '');
  for (const stage of blockOf(sections.find((one) => one.name === 'stages')))
    await runStage(agent, stage, { cwd, variables: given });
}

function blockOf(statement: Statement | undefined): readonly Statement[] {
  return statement?.block ?? [];
}

async function runStage(agent: Agent, stage: Statement, place: Place): Promise<void> {
  const [when, steps, post] = ['when', 'steps', 'post'].map((name) => blockOf(stage).find((one) => one.name === name));
  if (!blockOf(when).every((one) => holds(one, place.variables))) return;
  agent.note(`stage ${textOf(stage)}`);
  const always = blockOf(post).map((condition) => {
    if (condition.name !== 'always') throw new Error(`${condition.line}: ${condition.name} is unknown here`);
    return condition;
  });
  try {
    await runSteps(agent, blockOf(steps), place);
  } finally {
    await runSteps(agent, always.flatMap(blockOf), place);
  }
}

function holds(condition: Statement, variables: Variables): boolean {
  const isChange = variables['CHANGE_ID'] !== undefined;
  if (condition.name === 'changeRequest') return isChange;
  if (condition.name === 'branch') return !isChange && variables['BRANCH_NAME'] === textOf(condition);
  if (condition.name === 'allOf') return blockOf(condition).every((one) => holds(one, variables));
  const parameter = /^params\.(\w+) != ''$/.exec(condition.groovy ?? '')?.[1];
  if (parameter !== undefined) return (variables[parameter] ?? '') !== '';
  throw new Error(`${condition.line}: the condition ${condition.name} is unknown here`);
}

async function runSteps(agent: Agent, steps: readonly Statement[], place: Place): Promise<void> {
  for (const step of steps) await runStep(agent, step, place);
}

async function runStep(agent: Agent, step: Statement, place: Place): Promise<void> {
  const { cwd, variables } = place;
  const named = namedOf(step);
  const value = (key: string): string => {
    const { type, text } = named.get(key) ?? { type: 'text', text: '' };
    return type === 'word' ? (variables[text.replace(/^env\./, '')] ?? '') : text;
  };
  switch (step.name) {
    case 'sh':
      await agent.run(textOf(step) ?? '', { shell: 'sh', cwd, variables });
      return;
    case 'dir':
      mkdirSync(join(cwd, textOf(step) ?? ''));
      return runSteps(agent, blockOf(step), { cwd: join(cwd, textOf(step) ?? ''), variables });
    case 'git':
      if (value('url') !== GITOPS) throw new Error(`${value('url')} is not the repository of the team`);
      git(cwd, 'clone', '--quiet', '--branch', value('branch'), agent.team.remote, '.');
      return;
    case 'withCredentials': {
      const id = value('credentialsId');
      const secrets = { [value('usernameVariable')]: `${id}-user`, [value('passwordVariable')]: `${id}-secret` };
      return runSteps(agent, blockOf(step), { cwd, variables: { ...variables, ...secrets } });
    }
    case 'archiveArtifacts':
    case 'junit':
      agent.note(`${step.name} ${value(step.name === 'junit' ? 'testResults' : 'artifacts')}`);
      return;
    default:
      throw new Error(`${step.line}: the step ${step.name} is unknown here`);
  }
}

/** As the files of docs/pipelines name the repository of the team. */
export const GITOPS = 'https://github.com/example/platform.git';
