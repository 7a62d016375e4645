import { ALB_CONDITIONS } from '../../src/knowledge/aws/alb-conditions';
import { ALB_TRANSFORMS, type AlbRewrite } from '../../src/knowledge/aws/alb-transforms';
import type { Problems } from '../shared/problems';

/** A header that a request has to have. Give `values` or `regexValues`. */
export interface AlbHeaderCondition {
  /** Name of the header, at most 40 characters. */
  readonly name: string;
  /** Values of which it has one; `*` and `?` stand for anything. */
  readonly values?: readonly string[];
  /** Regular expressions of which it matches one. From release 2.15 of the controller. */
  readonly regexValues?: readonly string[];
}

/** A parameter in the query of a request. */
export interface AlbQueryCondition {
  /** Its name. `@default` - any */
  readonly key?: string;
  /** Its value; `*` and `?` stand for anything. */
  readonly value: string;
}

/**
 * What a request has to be like, beside its host and path: all of it. A rule of a load balancer takes 5 values, those of
 * host and path included; a path of type Prefix is two.
 */
export interface AlbConditions {
  /** Further full hosts; with the rule's own one, any of them. */
  readonly hosts?: readonly string[];
  /** Further paths; with the path's own one, any of them. */
  readonly paths?: readonly string[];
  /** Headers, all of which it has. */
  readonly headers?: readonly AlbHeaderCondition[];
  /** Methods in capitals, any of them. */
  readonly methods?: readonly string[];
  /** Parameters of the query, any of them. */
  readonly query?: readonly AlbQueryCondition[];
  /** CIDR blocks, any of them. */
  readonly sourceCidrs?: readonly string[];
}

/** What becomes of a request's path or host before it reaches the backend. From release 2.14.1 of the controller. */
export interface AlbRewrites {
  /** Rewrites path and query. */
  readonly url?: AlbRewrite;
  /** Rewrites the host. */
  readonly host?: AlbRewrite;
}

/** The text of a `conditions.<name>` annotation; undefined where there is nothing to ask. */
export function conditionsText(conditions: AlbConditions, problems: Problems): string | undefined {
  const { hosts, paths, headers = [], methods, query, sourceCidrs } = conditions;
  const list = [
    ...(hosts === undefined ? [] : [{ field: 'host-header', hostHeaderConfig: { values: hosts } }]),
    ...(paths === undefined ? [] : [{ field: 'path-pattern', pathPatternConfig: { values: paths } }]),
    ...headers.map(({ name, ...values }) => ({
      field: 'http-header',
      httpHeaderConfig: { httpHeaderName: name, ...values },
    })),
    ...(methods === undefined ? [] : [{ field: 'http-request-method', httpRequestMethodConfig: { values: methods } }]),
    ...(query === undefined ? [] : [{ field: 'query-string', queryStringConfig: { values: query } }]),
    ...(sourceCidrs === undefined ? [] : [{ field: 'source-ip', sourceIPConfig: { values: sourceCidrs } }]),
  ];
  if (list.length === 0) return undefined;
  const text = JSON.stringify(list);
  problems.unless(
    ALB_CONDITIONS.wants(text, () => undefined) === undefined,
    `the conditions of a path are ${text}, and the load balancer controller refuses them${ALB_CONDITIONS.why(text)}.`,
    'correct what stands in brackets.',
  );
  return text;
}

/** The text of a `transforms.<name>` annotation; undefined where nothing is rewritten. */
export function rewritesText({ url, host }: AlbRewrites, problems: Problems): string | undefined {
  const list = [
    ...(url === undefined ? [] : [{ type: 'url-rewrite', urlRewriteConfig: { rewrites: [url] } }]),
    ...(host === undefined ? [] : [{ type: 'host-header-rewrite', hostHeaderRewriteConfig: { rewrites: [host] } }]),
  ];
  if (list.length === 0) return undefined;
  const text = JSON.stringify(list);
  problems.unless(
    ALB_TRANSFORMS.wants(text, () => undefined) === undefined,
    `the rewrite of a path is ${text}, and the load balancer controller refuses it${ALB_TRANSFORMS.why(text)}.`,
    'correct what stands in brackets.',
  );
  return text;
}
