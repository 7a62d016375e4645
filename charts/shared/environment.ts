import type { EksEnvironment, KubernetesEnvironment } from '../../src/model/environment';
import { environmentOf, type HasNode, tryEnvironmentOf } from '../../src/model/environment-context';

/** One cluster in one account and region, as `environments/<name>/` describes it. Frozen. */
export type Environment = EksEnvironment | KubernetesEnvironment;

/**
 * Finds the environment from any construct, as `Chart.of(scope)` finds the chart, so that no construct passes it on.
 * @example
 * import { Environment } from 'cdk8s-eks';
 * const replicas = (scope: Parameters<typeof Environment.of>[0]) => Environment.of(scope).minReplicas;
 */
export const Environment = {
  /** @throws ToolError when the construct is not inside an app that is being rendered */
  of: (scope: HasNode): Environment => environmentOf(scope),
  /** The same, or undefined. */
  tryOf: (scope: HasNode): Environment | undefined => tryEnvironmentOf(scope),
};
