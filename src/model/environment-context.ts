import type { Environment } from './environment';

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
 * @throws Error when the construct is not inside an app that this tool renders
 */
export function environmentOf(scope: HasNode): Environment {
  const found = tryEnvironmentOf(scope);
  if (found === undefined) {
    throw new Error(
      `"${scope.node.path}" is in no environment. Create it inside the charts() callback of defineApp(), ` +
        'or in a test inside renderApp() of cdk8s-eks/testing.',
    );
  }
  return found;
}

export function tryEnvironmentOf(scope: HasNode): Environment | undefined {
  return scope.node.tryGetContext(ENVIRONMENT_CONTEXT) as Environment | undefined;
}

/** Key of the construct context that carries the app's name. */
export const APP_CONTEXT = 'cdk8s-eks.app';

/** The app a construct belongs to. */
export function appNameOf(scope: HasNode): string {
  const name = scope.node.tryGetContext(APP_CONTEXT);
  if (typeof name !== 'string') throw new Error(`"${scope.node.path}" is in no app. Create it inside defineApp().`);
  return name;
}

/** Anything of any version of `constructs` that takes metadata. */
export interface HasMetadata {
  readonly node: { addMetadata(type: string, data: unknown): void };
}
