import { wrongFolderName } from '../../src/grammar/folder-name';
import type { Environment } from '../../src/model/environment';
import {
  APP_CONTEXT,
  ENVIRONMENT_CONTEXT,
  type TakesEnvironment,
  tryEnvironmentOf,
} from '../../src/model/environment-context';
import { problemsWith } from './properties';

/** The app that labels and selectors name, and whose images and flags are read. */
export interface ProvidedApp {
  /** As the `name` of `defineApp`. `@default` - the scope's own id; none for an App */
  readonly app?: string;
}

/** Puts an environment, and the name of an app, where the constructs below `scope` look for them. */
export function provideEnvironment(scope: TakesEnvironment, environment: Environment, provided: ProvidedApp): void {
  const { node } = scope;
  // What the scope holds already is not to blame.
  const quiet = { node: { path: node.path, tryGetContext: (key: string) => node.tryGetContext(key) } };
  const problems = problemsWith(quiet, 'Environment', provided);
  const name = provided.app ?? node.id;
  const before = tryEnvironmentOf(scope);
  if (before !== undefined)
    problems.add(
      `there is an environment here already, \`${before.name}\`: what is made below one scope is for one cluster.`,
      'leave out the call inside charts(), where the run provides it; elsewhere give each environment a chart of its own.',
    );
  else if (node.children.length > 0)
    problems.add(
      `the environment comes too late: ${node.children.length} ${node.children.length === 1 ? 'construct was' : 'constructs were'} made here without it.`,
      'call Environment.provide() right behind the line that makes the chart.',
    );
  if (!isEnvironment(environment))
    problems.add(
      `what is provided is not an environment: constructs would read ${missingOf(environment)} of it, and find nothing.`,
      'take it from loadEnvironment() or environmentFrom() of cdk8s-eks/environments.',
    );
  const wrong = name === '' ? undefined : wrongFolderName(name);
  if (wrong !== undefined)
    problems.add(
      `"${name}" cannot be the name of an app, which selectors carry: ${wrong}.`,
      "name the app: Environment.provide(chart, environment, { app: 'shop' }).",
    );
  problems.raise();
  node.setContext(ENVIRONMENT_CONTEXT, environment);
  if (name !== '') node.setContext(APP_CONTEXT, name);
}

/** What every environment has, whatever its settings leave out. */
const ALWAYS = ['name', 'platform', 'kubernetesVersion', 'sizes', 'owners', 'release'] as const;

/** People without a type check hand in settings, a promise or a name. */
function isEnvironment(value: unknown): boolean {
  return missingOf(value) === undefined;
}

function missingOf(value: unknown): string | undefined {
  const known = typeof value === 'object' && value !== null ? value : {};
  const missing = ALWAYS.find((key) => !(key in known));
  return missing === undefined ? undefined : `\`${missing}\``;
}
