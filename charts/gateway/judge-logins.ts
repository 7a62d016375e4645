import { ALB, ALB_PREFIX } from '../../src/knowledge/aws/alb-annotations';
import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { FORM_WORDS, ROUTE_FORMS } from '../../src/knowledge/gateway/route-forms';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { routeFormsOf } from './judge-form';
import type { ResolvedRule } from './resolved-routes';

type Settings = Pick<AlbSettings, 'auth' | 'jwtValidation' | 'annotations'>;

/** The property by which an Ingress asks who comes; undefined where everybody may. */
export function loginOf({ auth, jwtValidation, annotations = {} }: Settings = {}): string | undefined {
  if (auth !== undefined && auth.type !== 'none') return 'ingress.auth';
  if (jwtValidation !== undefined) return 'ingress.jwtValidation';
  const isLogin = (key: string) => LOGIN_KEYS.includes(key.replace(ALB_PREFIX, '')) && annotations[key] !== 'none';
  return Object.keys(annotations).some(isLogin) ? 'ingress.annotations' : undefined;
}

const LOGIN_KEYS: readonly string[] = [ALB.authType.key, ALB.jwtValidation.key];

/** Settings of the Ingress are not read where routes become another form; a login that is lost lets everybody in. */
export function judgeLogins(
  ingress: Settings | undefined,
  rules: readonly ResolvedRule[],
  environment: Environment,
  problems: Problems,
): void {
  const asked = loginOf(ingress);
  if (asked === undefined) return;
  for (const form of routeFormsOf(environment)) {
    if (form === 'alb-ingress' || form === 'plain-ingress') continue;
    rules.forEach((rule, index) => {
      problems.unless(
        rule.backends.length === 0 || rule.listenerRule !== undefined,
        `${asked} asks for a login, and nobody reads it where routes become ${FORM_WORDS[form]}, as in environment ${environment.name}: everybody would come in by rule ${index + 1}.`,
        ROUTE_FORMS[form].listenerRule === 'has'
          ? 'give the rule a listenerRule whose ListenerRuleConfiguration asks for the login.'
          : 'let the Pods ask for the login, and leave it out here.',
      );
    });
  }
}
