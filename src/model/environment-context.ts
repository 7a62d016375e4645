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

/**
 * The environment a construct is rendered for.
 * @throws ToolError when the construct is not inside an app that this tool renders
 */
export function environmentOf(scope: HasNode): Environment {
  const found = tryEnvironmentOf(scope);
  if (found === undefined) {
    const fix =
      'create it inside the charts() callback of defineApp(), or in a test inside the app that renderForTest() of cdk8s-eks/testing renders.';
    throw outside(scope, 'this construct belongs to no environment.', fix);
  }
  return found;
}

export function tryEnvironmentOf(scope: HasNode): Environment | undefined {
  return scope.node.tryGetContext(ENVIRONMENT_CONTEXT) as Environment | undefined;
}

/** Key of the construct context that carries the app's name. */
export const APP_CONTEXT = 'cdk8s-eks.app';

/** The app a construct belongs to. @throws ToolError when the construct is not inside an app that this tool renders */
export function appNameOf(scope: HasNode): string {
  const name = scope.node.tryGetContext(APP_CONTEXT);
  if (typeof name === 'string') return name;
  throw outside(scope, 'this construct belongs to no app.', 'create it inside the charts() callback of defineApp().');
}

function outside(scope: HasNode, message: string, fix: string): ToolError {
  return new ToolError('APP_RENDER', [{ message, fix, path: scope.node.path }]);
}

/** Anything of any version of `constructs` that takes metadata. */
export interface HasMetadata {
  readonly node: { addMetadata(type: string, data: unknown): void };
}
