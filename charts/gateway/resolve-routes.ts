import type { Environment } from '../../src/model/environment';
import { fullHost, hostProblem } from '../alb/hosts';
import type { Problems } from '../shared/problems';
import { backendList, isList } from './backend-list';
import { judgeHealthChecks } from './health-checks';
import type { HttpRoutesProps, HttpRule } from './http-routes-props';
import { judgeMatches } from './judge-matches';
import { judgeRules } from './judge-rules';
import { type ResolvedRoutes, type ResolvedRule, resolvedMatch } from './resolved-routes';

/** Routes with full hosts and all defaults; what no form could say is a problem. */
export function resolveRoutes(props: HttpRoutesProps, environment: Environment, problems: Problems): ResolvedRoutes {
  const hosts = (props.hosts ?? []).map((host) => fullHost(host, environment));
  for (const host of hosts) hostProblem(host, problems);
  const rules = props.rules.map((rule) => resolveRule(rule));
  judgeRules(hosts, rules, problems);
  judgeMatches(rules, problems);
  judgeHealthChecks(rules, problems);
  return { hosts, rules, healthCheck: props.healthCheck };
}

function resolveRule(rule: HttpRule): ResolvedRule {
  const { matches, redirect, rewrite, requestHeaders, responseHeaders, timeouts } = rule;
  const list = isList(matches) ? matches : [matches];
  return {
    matches: list.map((match) => resolvedMatch(match)),
    backends: backendList(rule.backends),
    redirect,
    rewrite,
    requestHeaders,
    responseHeaders,
    timeouts,
    listenerRule: rule.listenerRule,
    healthCheck: rule.healthCheck,
  };
}
