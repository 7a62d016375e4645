import type { Environment } from './environment';

/** Name of the project and the Application in the bootstrap file. No app and no owner may have it. */
export const ROOT = 'root';

/** `<environment>-<name>`, with the repository's id before it where several share one Argo CD. */
export function deliveryName(environment: Environment, name: string): string {
  const id = environment.gitops?.id;
  return `${id === undefined ? '' : `${id}-`}${environment.name}-${name}`;
}
