import { ROUTE_LIMITS } from '../../src/knowledge/gateway/limits';
import type { Problems } from '../shared/problems';
import { judgeValues } from './judge-values';
import { wrongPath } from './path';
import type { ResolvedMatch, ResolvedRule } from './resolved-routes';

/** What a match cannot be in one form or the other. */
export function judgeMatches(rules: readonly ResolvedRule[], problems: Problems): void {
  const all = rules.flatMap(({ matches }) => matches);
  problems.unless(
    all.length <= ROUTE_LIMITS.matches,
    `the rules have ${all.length} matches together; an HTTPRoute takes ${ROUTE_LIMITS.matches}.`,
    'spread them over several HttpRoutes.',
  );
  rules.forEach(({ matches }, index) => {
    problems.unless(
      matches.length >= 1 && matches.length <= ROUTE_LIMITS.matchesOfRule,
      `rule ${index + 1} has ${matches.length} matches; an HTTPRoute takes 1 to ${ROUTE_LIMITS.matchesOfRule} in a rule.`,
      matches.length === 0 ? 'leave matches out, which matches all requests.' : 'spread them over several rules.',
    );
    for (const match of matches) judgeMatch(match, `rule ${index + 1}`, problems);
  });
  judgeRepeats(all, problems);
}

function judgeMatch({ path, pathType, headers, query }: ResolvedMatch, name: string, problems: Problems): void {
  const wrong = wrongPath(path);
  problems.unless(wrong === undefined, `${name} matches path "${path}": ${wrong}.`, 'correct the path.');
  problems.unless(
    pathType === 'Exact' || path === '/' || !path.endsWith('/'),
    `${name} matches the prefix "${path}": one form would leave the slash at its end out, and the other would not.`,
    'leave the slash out: a prefix takes whole path segments anyway.',
  );
  judgeValues(headers, 'header', ROUTE_LIMITS.headers, name, problems);
  judgeValues(query, 'query parameter', ROUTE_LIMITS.queryParams, name, problems);
  const names = Object.keys(headers).map((one) => one.toLowerCase());
  problems.unless(
    new Set(names).size === names.length,
    `${name} matches a header twice, since case does not count: ${Object.keys(headers).join(', ')}.`,
    'keep one of them.',
  );
}

/** The same match twice: the second would never be asked. */
function judgeRepeats(all: readonly ResolvedMatch[], problems: Problems): void {
  const seen = new Set<string>();
  for (const match of all) {
    const { path, pathType, method, headers, query } = match;
    const sorted = (map: Readonly<Record<string, string>>) => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([path, pathType, method, sorted(headers), sorted(query)]);
    problems.unless(
      !seen.has(key),
      `${pathType} path "${path}" is matched twice with the same conditions; the second would never be asked.`,
      'keep one of them.',
    );
    seen.add(key);
  }
}
