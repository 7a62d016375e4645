import type { Environment } from '../model/environment';
import { ToolError } from '../model/errors';

/** `<environment>-<name>`, with the repository's id before it where several share one Argo CD. */
export function deliveryName(environment: Environment, name: string): string {
  const id = environment.gitops?.id;
  const full = `${id === undefined ? '' : `${id}-`}${environment.name}-${name}`;
  if (full.length <= 63) return full;
  const message = `the Argo CD name ${full} has ${full.length} characters; with label tracking it may have 63.`;
  throw new ToolError('SETTINGS', [
    { message, path: environment.name, fix: 'shorten the app’s, the owner’s or the environment’s name.' },
  ]);
}
