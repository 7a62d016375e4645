import type { Environment } from './environment';

/** `<environment>-<name>`, with the repository's id before it where several share one Argo CD. */
export function deliveryName(environment: Environment, name: string): string {
  const id = environment.gitops?.id;
  return `${id === undefined ? '' : `${id}-`}${environment.name}-${name}`;
}
