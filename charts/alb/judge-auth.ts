import type { AlbAuth } from '../../src/knowledge/aws/alb-auth-settings';
import type { AlbTargetGroupSettings } from '../../src/knowledge/aws/alb-target-group-settings';
import type { Problems } from '../shared/problems';

/** What contradicts itself in a login. */
export function judgeAuth(auth: AlbAuth | undefined, problems: Problems): void {
  if (auth === undefined) return;
  const { oidc, cognito } = auth;
  problems.unless(
    oidc === undefined || cognito === undefined,
    'auth has both oidc and cognito, and users log in at one place.',
    'leave one of them out.',
  );
  const given = oidc === undefined ? 'cognito' : 'oidc';
  problems.unless(
    auth.type === undefined || !hasProvider(auth) || auth.type === given,
    `auth.type is "${auth.type}", and auth has ${given}.`,
    auth.type === 'none' ? `leave auth.type out, or ${given} where everybody comes in.` : 'leave auth.type out.',
  );
}

/**
 * A login of which nobody says where users log in: nobody is asked.
 * @param said what stands in front of the property's name
 * @param type what the annotation `auth-type` of the Ingress says
 */
export function judgeIdleAuth(
  { auth }: AlbTargetGroupSettings,
  { said = '', type }: { readonly said?: string; readonly type: string | undefined },
  problems: Problems,
): void {
  if (auth === undefined || decides(auth) || (type !== undefined && type !== 'none')) return;
  problems.add(
    `${said}auth does not say where users log in, so the load balancer would ask nobody, and everybody would come in.`,
    'give auth.oidc or auth.cognito; auth.type: "none" lets everybody in on purpose.',
  );
}

/** Whether it says by itself who comes in. */
export function decides(auth: AlbAuth | undefined): boolean {
  return auth !== undefined && (auth.type !== undefined || hasProvider(auth));
}

function hasProvider({ oidc, cognito }: AlbAuth): boolean {
  return oidc !== undefined || cognito !== undefined;
}
