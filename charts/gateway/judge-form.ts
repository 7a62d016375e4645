import { ALB_REDIRECT_CODES } from '../../src/knowledge/gateway/limits';
import {
  FEATURE_WORDS,
  FORM_WORDS,
  LATTICE_HEADERS,
  ROUTE_FORMS,
  type RouteFeature,
  type RouteForm,
} from '../../src/knowledge/gateway/route-forms';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { judgeShares } from './backend-list';
import type { ResolvedMatch, ResolvedRule } from './resolved-routes';

const FORM_OF = {
  'load-balancer-controller': 'alb-gateway',
  'auto-mode': 'auto-mode',
  'vpc-lattice': 'lattice',
  other: 'other-gateway',
} as const;

/** What routes become in an environment: one form, or two while clients move from one to the other. */
export function routeFormsOf({ routes, platform }: Environment): readonly RouteForm[] {
  const ingress = platform === 'eks' ? 'alb-ingress' : 'plain-ingress';
  if (routes?.form !== 'gateway') return [ingress];
  return [...(routes.keepIngresses === true ? ([ingress] as const) : []), FORM_OF[routes.controller]];
}

/** Forms that an ALB serves. */
const ON_ALB: ReadonlySet<RouteForm> = new Set(['alb-ingress', 'alb-gateway', 'auto-mode']);

/** What the environment's form cannot say, each with the nearest thing. */
export function judgeForm(
  rules: readonly ResolvedRule[],
  environment: Environment,
  login: string | undefined,
  problems: Problems,
): void {
  const forms = routeFormsOf(environment);
  for (const form of forms) {
    // Beside a Gateway, the Ingress asks for its login itself, and the route by its listener rule.
    const isAsked = form === 'alb-ingress' && forms.length > 1 && login !== undefined;
    const judged = isAsked ? rules.map((rule) => ({ ...rule, listenerRule: undefined })) : rules;
    judgeOne(form, judged, environment, problems);
  }
}

function judgeOne(form: RouteForm, rules: readonly ResolvedRule[], environment: Environment, problems: Problems): void {
  const facts = ROUTE_FORMS[form];
  rules.forEach((rule, index) => {
    for (const feature of featuresOf(rule)) {
      const lack = facts[feature];
      if (lack === 'has') continue;
      problems.add(
        `rule ${index + 1} has ${FEATURE_WORDS[feature]}, which ${FORM_WORDS[form]} cannot say: ${lack.instead}. Environment ${environment.name} has that form.`,
        lack.nearest,
      );
    }
    if (ON_ALB.has(form)) {
      judgeShares(rule.backends, `rule ${index + 1}`, problems);
      judgeRewrite(rule, `rule ${index + 1}`, problems);
    }
    if (form === 'lattice') judgeLattice(rule, `rule ${index + 1}`, problems);
  });
}

function featuresOf(rule: ResolvedRule): readonly RouteFeature[] {
  const { matches, redirect, rewrite, requestHeaders, responseHeaders, timeouts, backends, listenerRule } = rule;
  const any = (has: (match: ResolvedMatch) => boolean) => matches.some(has);
  const found: Readonly<Record<RouteFeature, boolean>> = {
    headers: any(({ headers }) => Object.keys(headers).length > 0),
    query: any(({ query }) => Object.keys(query).length > 0),
    method: any(({ method }) => method !== undefined),
    weights: backends.length > 1,
    redirect: redirect !== undefined,
    redirectCode: redirect?.statusCode !== undefined && !ALB_REDIRECT_CODES.includes(redirect.statusCode),
    redirectPrefix: redirect?.prefix !== undefined,
    rewrite: rewrite !== undefined,
    requestHeaders: requestHeaders !== undefined,
    responseHeaders: responseHeaders !== undefined,
    timeouts: timeouts !== undefined,
    listenerRule: listenerRule !== undefined,
  };
  return (Object.keys(found) as RouteFeature[]).filter((feature) => found[feature]);
}

function judgeRewrite({ rewrite }: ResolvedRule, name: string, problems: Problems): void {
  for (const text of [rewrite?.path, rewrite?.prefix])
    problems.unless(
      text === undefined || !text.includes('$'),
      `the rewrite of ${name} leads to "${text}", and $ stands for a part of the old path there.`,
      'leave $ out.',
    );
}

function judgeLattice({ matches }: ResolvedRule, name: string, problems: Problems): void {
  for (const { headers } of matches) {
    const count = Object.keys(headers).length;
    problems.unless(
      count <= LATTICE_HEADERS,
      `${name} matches ${count} headers; VPC Lattice takes ${LATTICE_HEADERS}.`,
      'match fewer.',
    );
  }
}
