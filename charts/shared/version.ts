import type { Environment } from '../../src/model/environment';

/** Whether the environment's Kubernetes is at least this minor version: `atLeast(environment, 30)` for 1.30. */
export function atLeast(environment: Environment, minor: number): boolean {
  return Number(environment.kubernetesVersion.split('.')[1]) >= minor;
}
