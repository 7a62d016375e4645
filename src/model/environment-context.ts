import type { Environment } from './environment';
import { ToolError } from './errors';

/** Key of the construct context that carries the environment; the same for every copy of this package. */
export const ENVIRONMENT_CONTEXT = 'cdk8s-eks.environment';

/** Key of the construct metadata that carries a silence. */
export const SILENCE_METADATA = 'cdk8s-eks.silence';

/** Anything of any version of `constructs`. */
export interface HasNode {
  readonly node: { tryGetContext(key: string): unknown; readonly path: string };
}

/** Takes an environment for itself and for all below it. */
export interface TakesEnvironment {
  readonly node: HasNode['node'] & {
    readonly id: string;
    readonly children: readonly unknown[];
    setContext(key: string, value: unknown): void;
  };
}

const PROVIDE =
  'create it inside charts() of defineApp(); in a cdk8s App of your own or a test, call Environment.provide(chart, environment) first, with an environment that loadEnvironment() of cdk8s-eks/environments reads.';

/**
 * The environment a construct is rendered for.
 * @throws ToolError when the construct is not inside an app that this tool renders, and none was provided
 */
export function environmentOf(scope: HasNode): Environment {
  const found = tryEnvironmentOf(scope);
  if (found === undefined) {
    throw outside(scope, 'this construct belongs to no environment.', PROVIDE);
  }
  return found;
}

export function tryEnvironmentOf(scope: HasNode): Environment | undefined {
  return scope.node.tryGetContext(ENVIRONMENT_CONTEXT) as Environment | undefined;
}

/** Key of the construct context that carries all environments of the project, for what tells of another cluster. */
export const ENVIRONMENTS_CONTEXT = 'cdk8s-eks.environments';

/** All environments of the project, as far as the run knows them: in a cdk8s App of one's own, the provided one alone. */
export function environmentsOf(scope: HasNode): readonly Environment[] {
  const found = scope.node.tryGetContext(ENVIRONMENTS_CONTEXT) as readonly Environment[] | undefined;
  return found ?? [environmentOf(scope)];
}

/** Key of the construct context that carries the app's name. */
export const APP_CONTEXT = 'cdk8s-eks.app';

/** The app a construct belongs to. @throws ToolError when the construct is not inside an app that this tool renders, and none was named */
export function appNameOf(scope: HasNode): string {
  const name = scope.node.tryGetContext(APP_CONTEXT);
  if (typeof name === 'string') return name;
  // Who has no environment either is told how to provide both.
  environmentOf(scope);
  const fix =
    "create it inside charts() of defineApp(); in a cdk8s App of your own or a test, name one: Environment.provide(scope, environment, { app: 'shop' }).";
  throw outside(scope, 'this construct belongs to no app.', fix);
}

function outside(scope: HasNode, message: string, fix: string): ToolError {
  return new ToolError('APP_RENDER', [{ message, fix, path: scope.node.path }]);
}

/** Anything of any version of `constructs` that takes metadata. */
export interface HasMetadata {
  readonly node: { addMetadata(type: string, data: unknown): void };
}
