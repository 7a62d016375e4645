import type { PolicyRule } from '../../imports/k8s';
import type { Problems } from '../shared/problems';

/** Requests that are about no object, such as `/metrics` of the API server; on the whole cluster only. */
export interface UrlGrant {
  /** Paths that begin with a slash; one `*` may stand at the end. */
  readonly nonResourceUrls: readonly string[];
  /** Methods of HTTP in lower case. */
  readonly verbs: readonly ('get' | 'head' | 'post' | 'put' | 'patch' | 'delete' | 'options')[];
  /** Needed for `*` and `/*`, which are all paths. `@default` - none */
  readonly reason?: string;
}

export function urlRule({ nonResourceUrls, verbs }: UrlGrant): PolicyRule {
  return { nonResourceUrLs: [...nonResourceUrls], verbs: [...verbs] };
}

export function urlGrantProblems({ nonResourceUrls, verbs, reason = '' }: UrlGrant, problems: Problems): void {
  problems.unless(
    nonResourceUrls.length > 0 && verbs.length > 0,
    'a grant on URLs has no URLs or no verbs, so it grants nothing.',
    'name at least one of each.',
  );
  for (const url of nonResourceUrls) {
    problems.unless(
      url === '*' || /^\/[^*]*\*?$/.test(url),
      `a grant names the URL "${url}", which matches no request.`,
      'begin it with a slash, and write * at its end only.',
    );
    problems.unless(
      (url !== '*' && url !== '/*') || reason.trim() !== '',
      `a grant names the URL "${url}", which is every path of the API server.`,
      'name the paths, or give the grant a reason.',
    );
  }
}
