import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { CONDITION_VALUES, conditionsOf } from '../../../knowledge/aws/alb-conditions';
import { LONGEST_VALUE, rightPathValue, wrongPathValue } from '../../../knowledge/aws/alb-path-pattern';
import { ACTIONS_ROW, CONDITIONS_ROW, TRANSFORMS_ROW } from '../../../knowledge/aws/alb-rule-rows';
import { mapAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule, Tell } from '../../engine/rule';
import { type Alb, albOf } from '../../reads/alb-of';
import { type AlbRuleAt, albRulesOf } from '../../reads/alb-rules';
import { backendsOf } from '../../reads/backends';

export const validAlbRule: ObjectRule = {
  id: 'eks/valid-alb-rule',
  severity: 'error',
  summary: 'Paths, actions and conditions of an ALB Ingress make rules that a load balancer takes.',
  why: 'The controller refuses a wildcard in a path of type Prefix or Exact, and AWS refuses a rule with more than five condition values: the load balancer stays as it is, for every Ingress that shares it. An action that no path names is never carried out.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#traffic-routing',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    if (environment.platform !== 'eks') return;
    const alb = albOf(object, index);
    if (alb === undefined) return;
    const rules = albRulesOf(alb);
    for (const rule of rules) {
      judgeWildcard(rule, tell);
      judgeValues(rule, tell);
      judgeConditions(rule, tell);
    }
    judgeUnused(object, rules, tell);
    judgeLogins(alb, tell);
  },
};

function judgeWildcard({ path, pathType, place }: AlbRuleAt, tell: Tell): void {
  if (pathType === 'ImplementationSpecific' || !/[*?]/.test(path)) return;
  tell({
    path: [...place, 'path'],
    found: path,
    what: `path "${path}" holds a wildcard, which the controller refuses for pathType ${pathType}. It stops there, for every Ingress of the load balancer.`,
    fix:
      path.endsWith('/*') && pathType === 'Prefix'
        ? `write ${path.slice(0, -2) || '/'}: a prefix covers what lies below it.`
        : 'use pathType ImplementationSpecific.',
  });
}

/** Each is a value of a condition. */
function judgeValues({ alb, host = '', path, pathType, place }: AlbRuleAt, tell: Tell): void {
  if (host.length > LONGEST_VALUE)
    tell({
      path: [...place.slice(0, 3), 'host'],
      found: `${host.length} characters`,
      wanted: `at most ${LONGEST_VALUE}`,
      what: `the host "${host}" has ${host.length} characters, and AWS takes ${LONGEST_VALUE} in a condition. ${STAYS}`,
      fix: 'shorten the host.',
    });
  const one = { path, pathType, usesRegex: alb.text(ALB.useRegexPathMatch.key) === 'true' };
  const wrong = wrongPathValue(one);
  if (wrong === undefined) return;
  tell({
    path: [...place, 'path'],
    found: path,
    what: `AWS refuses the path "${path}": ${wrong}. ${STAYS}`,
    fix: rightPathValue(one),
  });
}

const STAYS = 'The load balancer stays as it is, for every Ingress that shares it.';

function judgeConditions({ alb, host, path, pathType, backend, conditions, place }: AlbRuleAt, tell: Tell): void {
  const own = conditionsOf(conditions ?? '');
  const key = `${CONDITIONS_ROW.key}${backend}`;
  const hosts = own.flatMap(({ field, values }) => (field === 'host-header' ? values : []));
  if (host !== undefined && hosts.includes(host))
    tell({
      path: ['metadata', 'annotations', `${ALB_PREFIX}${key}`],
      found: host,
      what: `${key} names the host ${host}, which the rule of its path has already. The condition gets it twice: it counts twice of the ${CONDITION_VALUES} values that a rule may have, and AWS may refuse it.`,
      fix: 'take it out of the condition.',
    });
  const values = own.reduce((sum, condition) => sum + condition.values.length, 0) + ownValues(host, path, pathType);
  if (values <= CONDITION_VALUES) return;
  tell({
    path: place,
    found: String(values),
    wanted: `at most ${CONDITION_VALUES}`,
    what: `path "${path}" of ${host ?? 'every host'} has ${values} condition values with ${key}, and AWS takes ${CONDITION_VALUES} in a rule. The load balancer stays as it is${alb.group === undefined ? '' : `, for every Ingress of group "${alb.group}"`}.`,
    fix: 'spread them over several paths.',
  });
}

/** A prefix is two values, but `/` is one. */
function ownValues(host: string | undefined, path: string, pathType: string): number {
  return (host === undefined ? 0 : 1) + (pathType === 'Prefix' && path !== '/' ? 2 : 1);
}

function judgeUnused(object: RenderedObject, rules: readonly AlbRuleAt[], tell: Tell): void {
  const backends = backendsOf(object).map(({ backend }) => mapAt(backend));
  const names = new Set(backends.map(({ name }) => String(name)));
  const actions = new Set(
    backends.flatMap(({ name, port }) => (mapAt(port)['name'] === 'use-annotation' ? [String(name)] : [])),
  );
  // A Rollout’s controller writes actions, and takes them away again.
  const isWritten = mapAt(object.value, 'metadata', 'annotations')[MANAGED] !== undefined;
  for (const key of Object.keys(mapAt(object.value, 'metadata', 'annotations'))) {
    const bare = key.startsWith(ALB_PREFIX) ? key.slice(ALB_PREFIX.length) : '';
    const family = [ACTIONS_ROW.key, CONDITIONS_ROW.key, TRANSFORMS_ROW.key].find((one) => bare.startsWith(one));
    if (family === undefined || isWritten) continue;
    const name = bare.slice(family.length);
    const used = family === ACTIONS_ROW.key ? actions : names;
    if (used.has(name)) continue;
    const asked = rules.filter(({ isAction }) => isAction || family !== ACTIONS_ROW.key).map(({ backend }) => backend);
    tell({
      path: ['metadata', 'annotations', key],
      found: name,
      severity: 'warning',
      what: `no path ${family === ACTIONS_ROW.key ? 'takes the action' : 'leads to'} "${name}", so the annotation ${bare} changes nothing.${didYouMean(name, asked)}`,
      fix:
        family === ACTIONS_ROW.key
          ? `name it in a path, as backend service ${name} with port name use-annotation, or remove it.`
          : 'name the Service or action of a path, or remove it.',
    });
  }
}

const MANAGED = 'rollouts.argoproj.io/managed-alb-actions';

/** Nobody logs in on a listener that speaks HTTP. */
function judgeLogins(alb: Alb, tell: Tell): void {
  const type = alb.text(ALB.authType.key) ?? 'none';
  const provider = type === 'cognito' ? ALB.authIdpCognito.key : ALB.authIdpOidc.key;
  const path = ['metadata', 'annotations', `${ALB_PREFIX}${ALB.authType.key}`];
  const isKnown = type === 'oidc' || type === 'cognito';
  if (isKnown && alb.text(provider) === undefined)
    tell({
      path,
      found: type,
      what: `auth-type is ${type}, and ${provider} is not there. The controller stops there, for every Ingress of the load balancer.`,
      fix: `add the annotation ${ALB_PREFIX}${provider}.`,
    });
  const token = alb.text(ALB.jwtValidation.key);
  if ((isKnown || token !== undefined) && !alb.listeners.some(({ protocol }) => protocol === 'HTTPS'))
    tell({
      path: token === undefined ? path : ['metadata', 'annotations', `${ALB_PREFIX}${ALB.jwtValidation.key}`],
      found: token === undefined ? type : 'jwt-validation',
      what: `${token === undefined ? 'logins' : 'tokens'} are asked for on HTTPS listeners only, and it has none: everybody comes in.`,
      fix: `add {"HTTPS":443} to ${ALB.listenPorts.key}, and a certificate.`,
    });
}
