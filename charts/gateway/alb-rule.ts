import { contentHash } from '../../src/grammar/content-hash';
import { defined } from '../../src/model/defined';
import { type AlbAction, actionText } from '../alb/alb-actions';
import type { AlbPath } from '../alb/alb-paths';
import { USE_ANNOTATION } from '../alb/backend';
import type { Problems } from '../shared/problems';
import type { HttpRedirect, HttpRewrite } from './http-routes-props';
import type { ResolvedMatch, ResolvedRule } from './resolved-routes';

const PORTS = { http: 80, https: 443 } as const;

/** One path of an Ingress, and the annotations that say what a path cannot. */
export interface PathWithAnnotations {
  readonly path: AlbPath;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * One match of a rule. What needs more than a path and one backend is an action under a name of its own: conditions and
 * transforms hold for all paths of a name. The name comes from what it says, so no other rule moves it.
 */
export function albPath(match: ResolvedMatch, rule: ResolvedRule, problems: Problems): PathWithAnnotations {
  const { path, pathType } = match;
  const conditions = conditionsOf(match);
  const transforms = rule.rewrite === undefined ? [] : transformsOf(rule.rewrite, match);
  const [only, ...others] = rule.backends;
  if (only !== undefined && others.length === 0 && conditions.length === 0 && transforms.length === 0)
    return { path: { path, pathType, backend: only.backend }, annotations: {} };
  // One that no load balancer can carry out is told already.
  const action = rule.redirect?.prefix === undefined ? actionText(actionOf(rule), problems) : '';
  const texts = defined({ actions: action, conditions: listText(conditions), transforms: listText(transforms) });
  const name = `route-${contentHash(texts)}`;
  const annotations = Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${key}.${name}`, text]));
  return { path: { path, pathType, backend: { service: name, port: USE_ANNOTATION } }, annotations };
}

function listText(list: readonly object[]): string | undefined {
  return list.length === 0 ? undefined : JSON.stringify(list);
}

function actionOf({ redirect, backends }: ResolvedRule): AlbAction {
  return redirect === undefined ? { forward: backends } : { redirect: albRedirect(redirect) };
}

/** A scheme goes with its port: an ALB would keep the one that the request came by. */
function albRedirect({ statusCode = 301, scheme, hostname, port, path }: HttpRedirect) {
  return {
    ...(statusCode === 301 || statusCode === 302 ? { statusCode } : {}),
    ...defined({
      protocol: scheme === undefined ? undefined : (scheme.toUpperCase() as 'HTTP' | 'HTTPS'),
      port: port ?? (scheme === undefined ? undefined : PORTS[scheme]),
      host: hostname,
      path,
    }),
  };
}

function conditionsOf({ headers, query, method }: ResolvedMatch): readonly object[] {
  return [
    ...Object.entries(headers).map(([httpHeaderName, value]) => ({
      field: 'http-header',
      httpHeaderConfig: { httpHeaderName, values: [value] },
    })),
    ...Object.entries(query).map(([key, value]) => ({
      field: 'query-string',
      queryStringConfig: { values: [{ key, value }] },
    })),
    ...(method === undefined ? [] : [{ field: 'http-request-method', httpRequestMethodConfig: { values: [method] } }]),
  ];
}

/**
 * A load balancer rewrites by regular expressions, over the path with its query where there is one.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html
 */
function transformsOf({ path, prefix, hostname }: HttpRewrite, match: ResolvedMatch): readonly object[] {
  const url = path === undefined ? prefixRewrite(prefix, match.path) : { regex: '^[^?]*(.*)$', replace: `${path}$1` };
  return [
    ...(url === undefined ? [] : [{ type: 'url-rewrite', urlRewriteConfig: { rewrites: [url] } }]),
    ...(hostname === undefined
      ? []
      : [
          {
            type: 'host-header-rewrite',
            hostHeaderRewriteConfig: { rewrites: [{ regex: '^.*$', replace: hostname }] },
          },
        ]),
  ];
}

/** `/a` to `/b` makes `/b` of `/a` and `/b/x` of `/a/x`; one to `/` keeps the slash of what follows. */
function prefixRewrite(prefix: string | undefined, from: string) {
  if (prefix === undefined) return undefined;
  const [old, fresh] = [from, prefix].map((text) => text.replace(/\/$/, ''));
  const regex = `^${(old ?? '').replaceAll(/[.+()|^$[\]{}\\]/g, '\\$&')}`;
  return fresh === ''
    ? { regex: `${regex}/?(.*)$`, replace: '/$1' }
    : { regex: `${regex}(.*)$`, replace: `${fresh}$1` };
}
