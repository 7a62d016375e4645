import { wrongHost } from '../../src/grammar/host';
import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { GATEWAY_DURATION, ROUTE_LIMITS } from '../../src/knowledge/gateway/limits';
import type { Problems } from '../shared/problems';
import { judgeBackends } from './backend-list';
import type { HttpRedirect, HttpTimeouts } from './http-routes-props';
import { wrongPath } from './path';
import type { ResolvedRule } from './resolved-routes';

/** What the server refuses of an HTTPRoute, in every environment: an app that renders in one renders in the next. */
export function judgeRules(hosts: readonly string[], rules: readonly ResolvedRule[], problems: Problems): void {
  problems.unless(
    hosts.length <= ROUTE_LIMITS.hostnames,
    `there are ${hosts.length} hosts; an HTTPRoute takes ${ROUTE_LIMITS.hostnames}.`,
    'spread them over several HttpRoutes.',
  );
  const [twice] = hosts.filter((host, index) => hosts.indexOf(host) !== index);
  problems.unless(twice === undefined, `host ${twice} is given twice.`, 'remove one.');
  problems.unless(
    rules.length >= 1 && rules.length <= ROUTE_LIMITS.rules,
    `there are ${rules.length} rules; an HTTPRoute takes 1 to ${ROUTE_LIMITS.rules}.`,
    rules.length === 0 ? 'say where requests go.' : 'spread them over several HttpRoutes.',
  );
  rules.forEach((rule, index) => {
    judgeRule(rule, `rule ${index + 1}`, problems);
  });
}

function judgeRule(rule: ResolvedRule, name: string, problems: Problems): void {
  const { backends, redirect, rewrite, timeouts, listenerRule } = rule;
  const ends = [backends.length > 0, redirect !== undefined, listenerRule?.answers === true];
  problems.unless(
    ends.filter((one) => one).length === 1,
    ends.includes(true)
      ? `${name} has more than one of backends, a redirect and an answer of the load balancer.`
      : `${name} has neither backends nor a redirect.`,
    'give one of them.',
  );
  judgeBackends(backends, name, problems);
  if (redirect !== undefined) judgeRedirect(redirect, name, problems);
  problems.unless(
    rewrite === undefined || redirect === undefined,
    `${name} has a rewrite beside its redirect; no backend would see it.`,
    'say it in the redirect.',
  );
  problems.unless(
    rewrite === undefined || Object.values(rewrite).some((part) => part !== undefined),
    `the rewrite of ${name} changes nothing.`,
    'give path, prefix or hostname.',
  );
  judgeParts('rewrite', rule, name, problems);
  judgeParts('redirect', rule, name, problems);
  if (timeouts !== undefined) judgeTimeouts(timeouts, name, problems);
}

function judgeRedirect(redirect: HttpRedirect, name: string, problems: Problems): void {
  const { statusCode: _statusCode, ...parts } = redirect;
  problems.unless(
    Object.values(parts).some((part) => part !== undefined),
    `the redirect of ${name} changes nothing: it would lead to itself.`,
    'give scheme, hostname, port, path or prefix.',
  );
  problems.integer(`the port of the redirect of ${name}`, redirect.port, FIRST_PORT, LAST_PORT);
}

/** Paths and hosts of a redirect or rewrite. */
function judgeParts(what: 'redirect' | 'rewrite', rule: ResolvedRule, name: string, problems: Problems): void {
  const { path, prefix, hostname } = rule[what] ?? {};
  problems.unless(
    path === undefined || prefix === undefined,
    `the ${what} of ${name} has both path and prefix.`,
    'give one of them.',
  );
  for (const text of [path, prefix]) {
    const wrong = text === undefined ? undefined : wrongPath(text);
    problems.unless(wrong === undefined, `the ${what} of ${name} leads to "${text}": ${wrong}.`, 'correct the path.');
  }
  const [match, ...others] = rule.matches;
  problems.unless(
    prefix === undefined || (others.length === 0 && match?.pathType === 'Prefix'),
    `the ${what} of ${name} replaces a prefix, and the rule has ${others.length === 0 ? 'an Exact path' : `${rule.matches.length} matches`}; the server refuses it.`,
    'give the rule one match with a Prefix path, and each further match a rule of its own.',
  );
  const wrong = hostname === undefined ? undefined : (wrongHost(hostname) ?? wildcard(hostname));
  problems.unless(
    wrong === undefined,
    `the ${what} of ${name} leads to the host "${hostname}": ${wrong}.`,
    'name one full host.',
  );
}

function wildcard(hostname: string): string | undefined {
  return hostname.includes('*') ? 'a wildcard is not a host' : undefined;
}

function judgeTimeouts({ request, backendRequest }: HttpTimeouts, name: string, problems: Problems): void {
  for (const [key, text] of Object.entries({ request, backendRequest })) {
    problems.unless(
      text === undefined || GATEWAY_DURATION.test(text),
      `timeouts.${key} of ${name} is "${text}"; the server takes numbers of at most five digits with h, m, s or ms.`,
      'write it like 10s.',
    );
  }
  problems.unless(
    milliseconds(backendRequest) <= milliseconds(request) || milliseconds(request) === 0,
    `timeouts.backendRequest of ${name} is ${backendRequest}, above request, which is ${request}; the server refuses it.`,
    'lower it, or raise request.',
  );
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** 0 for one that is not given, and for one that is switched off. */
function milliseconds(text = ''): number {
  return [...text.matchAll(/(\d+)(ms|h|m|s)/g)].reduce(
    (sum, [, n, unit = '']) => sum + Number(n) * (UNITS[unit] ?? 0),
    0,
  );
}
