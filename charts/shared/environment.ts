import type { EksEnvironment, KubernetesEnvironment } from '../../src/model/environment';
import {
  environmentOf,
  type HasNode,
  type TakesEnvironment,
  tryEnvironmentOf,
} from '../../src/model/environment-context';
import { type ProvidedApp, provideEnvironment } from './provide-environment';

/** One cluster in one account and region, as `environments/<name>/` describes it. Frozen. */
export type Environment = EksEnvironment | KubernetesEnvironment;

/**
 * Finds the environment from any construct, as `Chart.of(scope)` finds the chart, so that no construct passes it on.
 * @example
 * import { Environment } from 'cdk8s-eks';
 * const replicas = (scope: Parameters<typeof Environment.of>[0]) => Environment.of(scope).minReplicas;
 */
export const Environment = {
  /** @throws ToolError when the construct is not inside an app that is being rendered, and none was provided */
  of: (scope: HasNode): Environment => environmentOf(scope),
  /** The same, or undefined. */
  tryOf: (scope: HasNode): Environment | undefined => tryEnvironmentOf(scope),
  /**
   * Gives an environment to a chart of a cdk8s App of your own, or of a test, and to all below it. Apps of
   * `defineApp` have theirs from the run.
   * @throws ToolError when the scope has an environment or constructs already
   */
  provide: (scope: TakesEnvironment, environment: Environment, app: ProvidedApp = {}): void =>
    provideEnvironment(scope, environment, app),
};
