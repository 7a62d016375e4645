import { TARGET_WEIGHT } from '../../knowledge/aws/alb-action-shape';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonValue, listAt, numberAt, textAt } from '../json';
import { judgeAlbMatches } from './judge-alb-matches';
import { judgeAlbRedirect, type RedirectSource } from './judge-alb-redirect';
import { STOPS } from './stops';

const FILTERS: ReadonlySet<string> = new Set(['RequestRedirect', 'URLRewrite', 'ExtensionRef']);
const PASSED_OVER = 'the controller passes over it without a word';

/**
 * What an ALB cannot do of an HTTPRoute or GRPCRoute.
 * @param listeners those of Gateways that serve it; none where nobody knows them
 */
export function judgeAlbRoute(route: unknown, listeners: readonly JsonValue[]): readonly FieldVerdict[] {
  const hostnames = listAt(route, 'spec', 'hostnames').map(String);
  const isGrpc = textAt(route, 'kind') === 'GRPCRoute';
  return listAt(route, 'spec', 'rules').flatMap((rule, index) => {
    const path = ['spec', 'rules', index];
    return [
      ...judgeFilters(rule, path, isGrpc, { rule, hostnames, listeners }),
      ...judgeBackends(rule, path),
      ...judgeIgnored(rule, path),
      ...judgeAlbMatches(rule, path),
    ];
  });
}

function judgeFilters(
  rule: JsonValue,
  path: FieldPath,
  isGrpc: boolean,
  source: RedirectSource,
): readonly FieldVerdict[] {
  const filters = listAt(rule, 'filters');
  const verdicts = filters.flatMap((filter, index) => {
    const here = [...path, 'filters', index];
    const type = textAt(filter, 'type') ?? '';
    if (FILTERS.has(type) && !(isGrpc && type !== 'ExtensionRef'))
      return type === 'RequestRedirect' ? judgeAlbRedirect(filter, [...here, 'requestRedirect'], source) : [];
    return {
      path: [...here, 'type'],
      found: type,
      wanted: isGrpc ? 'ExtensionRef' : [...FILTERS].join(', '),
      what: `it has the filter ${type}, which an ALB does not have. ${STOPS}`,
      fix: /Header/.test(type)
        ? 'set the headers in the Pods, or those of a whole listener by listenerAttributes routing.http.response.*.'
        : 'leave the filter out, and let the Pods do it.',
    };
  });
  const extensions = filters.filter((filter) => textAt(filter, 'type') === 'ExtensionRef');
  if (extensions.length < 2) return verdicts;
  const what = `a rule has ${extensions.length} ListenerRuleConfigurations, and the controller takes one.`;
  return [...verdicts, { path: [...path, 'filters'], what, fix: 'put them into one.' }];
}

function judgeBackends(rule: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  return listAt(rule, 'backendRefs').flatMap((backend, index) => {
    const here = [...path, 'backendRefs', index];
    const verdicts: FieldVerdict[] = [];
    const weight = numberAt(backend, 'weight') ?? 1;
    if (weight > TARGET_WEIGHT)
      verdicts.push({
        path: [...here, 'weight'],
        found: String(weight),
        wanted: `0 to ${TARGET_WEIGHT}`,
        what: `a backend has weight ${weight}, and an ALB takes 0 to ${TARGET_WEIGHT}. ${STOPS}`,
        fix: 'divide all weights of the rule by the same number.',
      });
    if (listAt(backend, 'filters').length > 0)
      verdicts.push({
        path: [...here, 'filters'],
        severity: 'warning',
        what: `a backend has filters of its own: ${PASSED_OVER}.`,
        fix: 'move them to the rule.',
      });
    return verdicts;
  });
}

function judgeIgnored(rule: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  return ['timeouts', 'retry', 'sessionPersistence'].flatMap((key) =>
    at(rule, key) === undefined
      ? []
      : {
          path: [...path, key],
          severity: 'warning' as const,
          what: `a rule has ${key}: ${PASSED_OVER}.`,
          fix:
            key === 'timeouts'
              ? 'leave it out; idle_timeout.timeout_seconds in loadBalancerAttributes holds for the whole load balancer.'
              : 'leave it out, and let clients or Pods do it.',
        },
  );
}
