import { type JsonObject, type JsonValue, listAt, mapAt, numberAt, textAt } from '../../../src/model/json';
import type { Answer, Request } from './request';

/** A rule of a route that fits a request, with what decides between several. */
interface Fit {
  readonly rule: JsonValue;
  /** The match that fits. */
  readonly match: JsonValue | undefined;
  /** Higher counts first, from the left. */
  readonly rank: readonly number[];
}

/**
 * What a Gateway does with a request, as the Gateway API says it: the closest host, then exact before prefix, the longer path, a
 * method, more headers, more parameters, the route that is first by name, the rule that is first in it.
 */
export function askGateway(gateway: JsonObject, routes: readonly JsonObject[], asked: Request): Answer {
  const listener = listAt(gateway, 'spec', 'listeners').find(
    (one) =>
      textAt(one, 'protocol') === asked.scheme.toUpperCase() && hostRank(textAt(one, 'hostname'), asked.host) > 0,
  );
  if (listener === undefined) throw new Error(`nothing listens for ${asked.scheme}`);
  const name = textAt(gateway, 'metadata', 'name');
  const attached = routes
    .filter((route) =>
      listAt(route, 'spec', 'parentRefs').some(
        (parent) =>
          textAt(parent, 'name') === name &&
          [undefined, textAt(listener, 'name')].includes(textAt(parent, 'sectionName')),
      ),
    )
    .sort((a, b) => ((textAt(a, 'metadata', 'name') ?? '') < (textAt(b, 'metadata', 'name') ?? '') ? -1 : 1));
  const fits = attached.flatMap((route) => fitsOf(route, asked));
  const [first] = [...fits].sort((a, b) => byRank(a.rank, b.rank));
  if (first === undefined) return { status: 404 };
  return answer(first, asked, numberAt(listener, 'port') ?? 0);
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((one, at) => one !== b[at]);
  return index < 0 ? 0 : (b[index] ?? 0) - (a[index] ?? 0);
}

/** 0 for a host that does not fit; an exact one counts more than a wildcard, a longer more than a shorter. */
function hostRank(pattern: string | undefined, host: string): number {
  if (pattern === undefined) return 1;
  if (pattern === host) return 10_000 + pattern.length;
  return pattern.startsWith('*.') && host.endsWith(pattern.slice(1)) ? 1 + pattern.length : 0;
}

function fitsOf(route: JsonObject, asked: Request): readonly Fit[] {
  const hostnames = listAt(route, 'spec', 'hostnames').map(String);
  const host = hostnames.length === 0 ? 1 : Math.max(...hostnames.map((one) => hostRank(one, asked.host)));
  if (host === 0) return [];
  return listAt(route, 'spec', 'rules').flatMap((rule) => {
    const matches = listAt(rule, 'matches');
    const all: readonly (JsonValue | undefined)[] = matches.length === 0 ? [undefined] : matches;
    return all.flatMap((match) => (fits(match, asked) ? [{ rule, match, rank: [host, ...rankOf(match)] }] : []));
  });
}

function rankOf(match: JsonValue | undefined): readonly number[] {
  return [
    textAt(match, 'path', 'type') === 'Exact' ? 1 : 0,
    textAt(match, 'path', 'value')?.length ?? 1,
    textAt(match, 'method') === undefined ? 0 : 1,
    listAt(match, 'headers').length,
    listAt(match, 'queryParams').length,
  ];
}

function fits(match: JsonValue | undefined, { path, method, headers, query }: Request): boolean {
  const value = textAt(match, 'path', 'value') ?? '/';
  const isExact = textAt(match, 'path', 'type') === 'Exact';
  const base = value.replace(/\/$/, '');
  if (isExact ? path !== value : path !== base && !path.startsWith(`${base}/`)) return false;
  const wanted = textAt(match, 'method');
  if (wanted !== undefined && wanted !== method) return false;
  const given = new Map(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]));
  const text = (one: JsonValue, key: string) => textAt(one, key) ?? '';
  return (
    listAt(match, 'headers').every((one) => given.get(text(one, 'name').toLowerCase()) === text(one, 'value')) &&
    listAt(match, 'queryParams').every((one) => query[text(one, 'name')] === text(one, 'value'))
  );
}

function answer({ rule, match }: Fit, asked: Request, port: number): Answer {
  const filters = listAt(rule, 'filters');
  const filter = (type: string, key: string) => {
    const found = filters.find((one) => textAt(one, 'type') === type);
    return found === undefined ? undefined : mapAt(found, key);
  };
  const prefix = (textAt(match, 'path', 'value') ?? '/').replace(/\/$/, '');
  const redirect = filter('RequestRedirect', 'requestRedirect');
  if (redirect !== undefined) {
    const scheme = textAt(redirect, 'scheme');
    const usual = scheme === undefined ? port : { http: 80, https: 443 }[scheme];
    return {
      redirect: numberAt(redirect, 'statusCode') ?? 302,
      scheme: scheme ?? asked.scheme,
      host: textAt(redirect, 'hostname') ?? asked.host,
      port: numberAt(redirect, 'port') ?? usual ?? port,
      path: changed(mapAt(redirect, 'path'), prefix, asked.path),
    };
  }
  const rewrite = filter('URLRewrite', 'urlRewrite');
  const forward = listAt(rule, 'backendRefs').map((one) => ({
    service: `${textAt(one, 'name')}:${numberAt(one, 'port')}`,
    weight: numberAt(one, 'weight') ?? 1,
  }));
  if (forward.every(({ weight }) => weight === 0)) return { status: 500 };
  return {
    forward,
    host: textAt(rewrite, 'hostname') ?? asked.host,
    path: changed(mapAt(rewrite, 'path'), prefix, asked.path),
  };
}

function changed(change: JsonObject, prefix: string, path: string): string {
  const full = textAt(change, 'replaceFullPath');
  if (full !== undefined) return full;
  const fresh = textAt(change, 'replacePrefixMatch');
  if (fresh === undefined) return path;
  return `${fresh.replace(/\/$/, '')}${path.slice(prefix.length)}` || '/';
}
