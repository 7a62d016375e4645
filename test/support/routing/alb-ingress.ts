import { at, isJsonObject, type JsonObject, listAt, mapAt, numberAt, textAt } from '../../../src/model/json';
import type { Answer, Request, Share } from './request';

const PREFIX = 'alb.ingress.kubernetes.io/';
const TYPES = ['Exact', 'Prefix', 'ImplementationSpecific'];

interface Rule {
  readonly host: string | undefined;
  readonly path: string;
  readonly type: string;
  readonly backend: JsonObject;
}

/**
 * What an ALB does with a request, by the rules that the AWS Load Balancer Controller makes of one Ingress: hosts in the order they
 * are written; of each, exact paths, then prefixes from the longest, then the rest; the first rule that fits counts.
 */
export function askIngress(ingress: JsonObject, asked: Request): Answer {
  const annotations = mapAt(ingress, 'metadata', 'annotations');
  const textOf = (key: string) => textAt(annotations, `${PREFIX}${key}`);
  const redirectTo = textOf('ssl-redirect');
  const ports = JSON.parse(textOf('listen-ports') ?? '[{"HTTP":80}]') as readonly Record<string, number>[];
  const port = ports.flatMap((one) => one[asked.scheme.toUpperCase()] ?? [])[0];
  if (port === undefined) throw new Error(`nothing listens for ${asked.scheme}`);
  if (asked.scheme === 'http' && redirectTo !== undefined)
    return { redirect: 301, scheme: 'https', host: asked.host, port: Number(redirectTo), path: asked.path };
  const found = rulesOf(ingress).find((rule) => fits(rule, asked, listText(textOf, 'conditions', rule)));
  if (found === undefined) return { status: 404 };
  return answer(found, asked, port, textOf);
}

type TextOf = (key: string) => string | undefined;

function nameOf({ backend }: Rule): string {
  return textAt(backend, 'service', 'name') ?? '';
}

function listText(textOf: TextOf, key: string, rule: Rule): readonly unknown[] {
  return JSON.parse(textOf(`${key}.${nameOf(rule)}`) ?? '[]') as readonly unknown[];
}

function rulesOf(ingress: JsonObject): readonly Rule[] {
  return listAt(ingress, 'spec', 'rules').flatMap((rule) => {
    const paths = listAt(rule, 'http', 'paths').map((one) => ({
      host: textAt(rule, 'host'),
      path: textAt(one, 'path') ?? '/',
      type: textAt(one, 'pathType') ?? '',
      backend: mapAt(one, 'backend'),
    }));
    const length = ({ type, path }: Rule) => (type === 'Prefix' ? path.length : 0);
    return paths.sort((a, b) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || length(b) - length(a));
  });
}

function fits({ host, path, type }: Rule, asked: Request, conditions: readonly unknown[]): boolean {
  if (host !== undefined && !wildcard(host.toLowerCase(), asked.host.toLowerCase())) return false;
  const prefix = path === '/' ? ['/*'] : [path, `${path}/*`];
  const values = type === 'Prefix' ? prefix : [path];
  if (!values.some((value) => wildcard(value, asked.path))) return false;
  const all = conditions.map((condition) => holds(condition, asked));
  return all.every((one) => one);
}

function holds(condition: unknown, { method, headers, query }: Request): boolean {
  const any = (values: readonly unknown[], is: (value: string) => boolean) => values.some((value) => is(String(value)));
  switch (textAt(condition, 'field')) {
    case 'http-request-method':
      return any(listAt(condition, 'httpRequestMethodConfig', 'values'), (value) => value === method);
    case 'http-header': {
      const name = textAt(condition, 'httpHeaderConfig', 'httpHeaderName')?.toLowerCase();
      const [, given] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
      return (
        given !== undefined && any(listAt(condition, 'httpHeaderConfig', 'values'), (value) => folded(value, given))
      );
    }
    case 'query-string':
      return listAt(condition, 'queryStringConfig', 'values').some((pair) =>
        Object.entries(query).some(
          ([key, value]) => folded(textAt(pair, 'key') ?? '*', key) && folded(textAt(pair, 'value') ?? '*', value),
        ),
      );
    default:
      throw new Error(`unknown condition ${JSON.stringify(condition)}`);
  }
}

/** `*` stands for any characters, `?` for one. */
function wildcard(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

function folded(pattern: string, text: string): boolean {
  return wildcard(pattern.toLowerCase(), text.toLowerCase());
}

function answer(rule: Rule, asked: Request, port: number, textOf: TextOf): Answer {
  if (textAt(rule.backend, 'service', 'port', 'name') !== 'use-annotation')
    return seen(
      [{ service: `${nameOf(rule)}:${numberAt(rule.backend, 'service', 'port', 'number')}`, weight: 1 }],
      rule,
      asked,
      textOf,
    );
  const text = textOf(`actions.${nameOf(rule)}`);
  // The controller answers so where an action is missing.
  if (text === undefined) return { status: 503 };
  const action = JSON.parse(text) as JsonObject;
  if (textAt(action, 'type') === 'redirect') return redirect(mapAt(action, 'redirectConfig'), asked, port);
  const shares = listAt(action, 'forwardConfig', 'targetGroups').map((group) => ({
    service: `${textAt(group, 'serviceName')}:${at(group, 'servicePort')}`,
    weight: numberAt(group, 'weight') ?? 1,
  }));
  return seen(shares, rule, asked, textOf);
}

function redirect(config: JsonObject, asked: Request, port: number): Answer {
  const part = (key: string, kept: string) => textAt(config, key) ?? kept;
  return {
    redirect: Number(part('statusCode', '').slice('HTTP_'.length)),
    scheme: part('protocol', asked.scheme).toLowerCase(),
    host: part('host', asked.host),
    port: Number(part('port', String(port))),
    path: part('path', asked.path),
  };
}

/** What a backend sees, after the transforms of the rule. */
function seen(forward: readonly Share[], rule: Rule, asked: Request, textOf: TextOf): Answer {
  let { path, host } = asked;
  for (const transform of listText(textOf, 'transforms', rule)) {
    if (!isJsonObject(transform)) continue;
    const isUrl = textAt(transform, 'type') === 'url-rewrite';
    const [rewrite] = listAt(transform, isUrl ? 'urlRewriteConfig' : 'hostHeaderRewriteConfig', 'rewrites');
    const regex = new RegExp(textAt(rewrite, 'regex') ?? '');
    const replace = textAt(rewrite, 'replace') ?? '';
    if (isUrl) path = path.replace(regex, replace);
    else host = host.replace(regex, replace);
  }
  return { forward, path, host };
}
