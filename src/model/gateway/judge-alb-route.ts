import { TARGET_WEIGHT } from '../../knowledge/aws/alb-action-shape';
import { ALB_REDIRECT_CODES } from '../../knowledge/gateway/limits';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonValue, listAt, numberAt, textAt } from '../json';

const FILTERS: ReadonlySet<string> = new Set(['RequestRedirect', 'URLRewrite', 'ExtensionRef']);
const STOPS = 'The controller stops for every route of the Gateway, and AWS stays as it was.';
const PASSED_OVER = 'the controller passes over it without a word';

/** What an ALB cannot do of an HTTPRoute or GRPCRoute. */
export function judgeAlbRoute(route: unknown): readonly FieldVerdict[] {
  const isGrpc = textAt(route, 'kind') === 'GRPCRoute';
  return listAt(route, 'spec', 'rules').flatMap((rule, index) => {
    const path = ['spec', 'rules', index];
    return [
      ...judgeFilters(rule, path, isGrpc),
      ...judgeBackends(rule, path),
      ...judgeIgnored(rule, path),
      ...judgeMatches(rule, path),
    ];
  });
}

function judgeFilters(rule: JsonValue, path: FieldPath, isGrpc: boolean): readonly FieldVerdict[] {
  const filters = listAt(rule, 'filters');
  const verdicts = filters.flatMap((filter, index) => {
    const here = [...path, 'filters', index];
    const type = textAt(filter, 'type') ?? '';
    if (FILTERS.has(type) && !(isGrpc && type !== 'ExtensionRef'))
      return type === 'RequestRedirect' ? judgeRedirect(filter, [...here, 'requestRedirect']) : [];
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

function judgeRedirect(filter: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  const redirect = at(filter, 'requestRedirect');
  const verdicts: FieldVerdict[] = [];
  const code = numberAt(redirect, 'statusCode');
  if (code !== undefined && !ALB_REDIRECT_CODES.includes(code))
    verdicts.push({
      path: [...path, 'statusCode'],
      found: String(code),
      wanted: '301, 302',
      what: `it redirects with ${code}, and an ALB has 301 and 302: AWS refuses the rule.`,
      fix: 'use 302, or answer from a Pod.',
    });
  if (textAt(redirect, 'scheme') !== undefined && numberAt(redirect, 'port') === undefined)
    verdicts.push({
      path,
      severity: 'warning',
      what: `it redirects to ${textAt(redirect, 'scheme')} without a port; up to version 3.0 the controller sends clients to the port that they came by, such as https on 80.`,
      fix: 'write the port.',
    });
  const isElsewhere = ['scheme', 'hostname', 'port'].some((key) => at(redirect, key) !== undefined);
  if (textAt(redirect, 'path', 'type') === 'ReplacePrefixMatch' && !isElsewhere)
    verdicts.push({
      path: [...path, 'path', 'type'],
      found: 'ReplacePrefixMatch',
      wanted: 'ReplaceFullPath',
      what: 'it redirects to another prefix alone, which the controller takes for a redirect to itself; it and the rules after it are not made.',
      fix: 'use ReplaceFullPath, or a URLRewrite in front of a backend.',
    });
  return verdicts;
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

function judgeMatches(rule: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  return listAt(rule, 'matches').flatMap((match, index) => {
    const here = [...path, 'matches', index];
    const value = textAt(match, 'path', 'value') ?? '';
    const type = textAt(match, 'path', 'type') ?? 'PathPrefix';
    const verdicts: FieldVerdict[] = [];
    if (value.includes('*') && type !== 'RegularExpression') {
      const effect = type === 'Exact' ? 'an ALB reads it as a wildcard' : `the controller refuses it. ${STOPS}`;
      verdicts.push({
        path: [...here, 'path', 'value'],
        found: value,
        what: `it matches the path "${value}" with *: ${effect.replace(/\.?$/, '.')}`,
        fix: 'use a PathPrefix without it.',
        ...(type === 'Exact' ? { severity: 'warning' as const } : {}),
      });
    }
    listAt(match, 'headers').forEach((header, h) => {
      const text = textAt(header, 'value') ?? '';
      if (textAt(header, 'type') === 'RegularExpression' || !/(^|[^\\]),/.test(text)) return;
      verdicts.push({
        path: [...here, 'headers', h, 'value'],
        found: text,
        severity: 'warning',
        what: `it matches header ${textAt(header, 'name')} with "${text}": the controller reads the comma as "or".`,
        fix: 'write \\, for a comma, or a match for each value.',
      });
    });
    return verdicts;
  });
}
