import type { Problems } from '../shared/problems';

/** A load balancer reads wildcards and lists in values that the Gateway API takes as they are. */
export function judgeValues(
  values: Readonly<Record<string, string>>,
  what: 'header' | 'query parameter',
  limit: number,
  name: string,
  problems: Problems,
): void {
  const entries = Object.entries(values);
  problems.unless(
    entries.length <= limit,
    `${name} matches ${entries.length} ${what}s; a route takes ${limit} in a match.`,
    'match fewer.',
  );
  for (const [key, value] of entries) {
    problems.unless(
      /^[A-Za-z0-9!#$%&'*+\-.^_|~]+$/.test(key),
      `${name} matches the ${what} "${key}", whose name the server refuses.`,
      'use letters, digits and hyphens.',
    );
    problems.unless(
      value !== '' && !/[*?,\\]/.test(value),
      `${name} matches ${what} ${key} with "${value}": ${value === '' ? 'it is empty, and the server refuses it' : 'a load balancer of AWS reads *, ?, comma and backslash in it as wildcards or lists, and others do not'}.`,
      'match a plain value, and each further one in a match of its own.',
    );
  }
}
