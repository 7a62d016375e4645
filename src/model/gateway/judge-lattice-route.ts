import { FEATURE_WORDS, LATTICE_HEADERS, ROUTE_FORMS, type RouteFeature } from '../../knowledge/gateway/route-forms';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonValue, listAt, textAt } from '../json';

const REFUSES = 'The controller refuses the route, and VPC Lattice stays as it was.';
const REGEX = 'RegularExpression';

const FEATURE_OF: ReadonlyMap<string, RouteFeature> = new Map([
  ['RequestRedirect', 'redirect'],
  ['URLRewrite', 'rewrite'],
  ['RequestHeaderModifier', 'requestHeaders'],
  ['ResponseHeaderModifier', 'responseHeaders'],
]);

/** What VPC Lattice cannot do of an HTTPRoute or GRPCRoute. */
export function judgeLatticeRoute(route: unknown): readonly FieldVerdict[] {
  return listAt(route, 'spec', 'rules').flatMap((rule, index) => {
    const path = ['spec', 'rules', index];
    const matches = listAt(rule, 'matches');
    return [
      ...judgeFilters(rule, path),
      ...listAt(rule, 'backendRefs').flatMap((backend, b) => judgeFilters(backend, [...path, 'backendRefs', b])),
      ...judgeIgnored(rule, path),
      ...matches.flatMap((match, m) => judgeMatch(match, [...path, 'matches', m])),
    ];
  });
}

/** @param holder a rule, or a backend of one */
function judgeFilters(holder: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  return listAt(holder, 'filters').map((filter, index) => {
    const type = textAt(filter, 'type') ?? '';
    const feature = FEATURE_OF.get(type);
    const lack = feature === undefined ? undefined : lackOf(feature);
    const words = feature === undefined ? `the filter ${type}` : FEATURE_WORDS[feature];
    return {
      path: [...path, 'filters', index, 'type'],
      found: type,
      what: `it has ${words}, which the controller passes over without a word: ${lack?.instead ?? 'VPC Lattice has no filters'}.`,
      fix: lack?.nearest ?? 'leave the filter out, and let the Pods do it.',
    };
  });
}

function judgeIgnored(rule: JsonValue, path: FieldPath): readonly FieldVerdict[] {
  return ['timeouts', 'retry', 'sessionPersistence'].flatMap((key) => {
    if (at(rule, key) === undefined) return [];
    const what = `a rule has ${key}, which the controller passes over without a word.`;
    const nearest = key === 'timeouts' ? lackOf('timeouts')?.nearest : undefined;
    const fix = nearest ?? 'leave it out, and let clients or Pods do it.';
    return [{ path: [...path, key], severity: 'warning', what, fix }];
  });
}

function judgeMatch(match: JsonValue, here: FieldPath): readonly FieldVerdict[] {
  const headers = listAt(match, 'headers');
  const verdicts: FieldVerdict[] = headers.flatMap((header, h) =>
    textAt(header, 'type') === REGEX ? regex([...here, 'headers', h, 'type'], 'a header', 'match whole values.') : [],
  );
  if (textAt(match, 'path', 'type') === REGEX)
    verdicts.push(...regex([...here, 'path', 'type'], 'the path', 'use Exact or PathPrefix.'));
  if (textAt(match, 'method', 'type') === REGEX)
    verdicts.push(
      ...regex([...here, 'method', 'type'], 'the gRPC method', 'name the service, or both it and the method.'),
    );
  if (headers.length > LATTICE_HEADERS)
    verdicts.push({
      path: [...here, 'headers'],
      found: String(headers.length),
      wanted: `up to ${LATTICE_HEADERS}`,
      what: `a match has ${headers.length} headers, and VPC Lattice takes ${LATTICE_HEADERS}. ${REFUSES}`,
      fix: 'match fewer.',
    });
  const query = lackOf('query');
  if (listAt(match, 'queryParams').length > 0 && query !== undefined)
    verdicts.push({ path: [...here, 'queryParams'], what: `${query.instead}. ${REFUSES}`, fix: query.nearest });
  return verdicts;
}

function regex(path: FieldPath, what: string, fix: string): readonly FieldVerdict[] {
  return [
    {
      path,
      found: REGEX,
      what: `it matches ${what} by a regular expression, which VPC Lattice cannot. ${REFUSES}`,
      fix,
    },
  ];
}

function lackOf(feature: RouteFeature) {
  const lack = ROUTE_FORMS.lattice[feature];
  return lack === 'has' ? undefined : lack;
}
