import type { EksEnvironment } from '../environment';
import { textAt } from '../json';

/** The ARN of a role by its name under `identity.iamRoles`; settings that name another one are not loaded. */
export function declaredRole(environment: EksEnvironment, name: string): string;
export function declaredRole(environment: EksEnvironment, name: string | undefined): string | undefined;
export function declaredRole(environment: EksEnvironment, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const { partition, accountId, identity } = environment;
  const role = textAt(identity.iamRoles, name) ?? name;
  return role.startsWith('arn:') ? role : `arn:${partition}:iam::${accountId}:role/${role}`;
}
