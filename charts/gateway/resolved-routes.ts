import type { AlbHealthCheck } from '../../src/knowledge/aws/alb-target-group-settings';
import type { BackendInput } from '../alb/backend';
import type {
  HeaderChanges,
  HttpMatch,
  HttpMethod,
  HttpRedirect,
  HttpRewrite,
  HttpTimeouts,
  ListenerRuleInput,
} from './http-routes-props';

/** One match with its defaults. */
export interface ResolvedMatch {
  readonly path: string;
  readonly pathType: 'Prefix' | 'Exact';
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly method: HttpMethod | undefined;
}

export interface ResolvedBackend {
  readonly backend: BackendInput;
  readonly weight: number;
}

/** One rule with its defaults, whatever it is rendered as. */
export interface ResolvedRule {
  readonly matches: readonly ResolvedMatch[];
  readonly backends: readonly ResolvedBackend[];
  readonly redirect: HttpRedirect | undefined;
  readonly rewrite: HttpRewrite | undefined;
  readonly requestHeaders: HeaderChanges | undefined;
  readonly responseHeaders: HeaderChanges | undefined;
  readonly timeouts: HttpTimeouts | undefined;
  readonly listenerRule: ListenerRuleInput | undefined;
  readonly healthCheck: AlbHealthCheck | undefined;
}

export interface ResolvedRoutes {
  /** Full hosts; none of them is every one. */
  readonly hosts: readonly string[];
  readonly rules: readonly ResolvedRule[];
  readonly healthCheck: AlbHealthCheck | undefined;
}

export function resolvedMatch({ path = '/', pathType = 'Prefix', headers = {}, query = {}, method }: HttpMatch = {}) {
  return { path, pathType, headers, query, method };
}

/** All backends that rules name, each once. */
export function backendsOfRules(rules: readonly ResolvedRule[]): readonly BackendInput[] {
  return [...new Set(rules.flatMap(({ backends }) => backends.map(({ backend }) => backend)))];
}

/** Of two matches, the one that fits more closely comes first, whatever their rules' order: as the Gateway API says it. */
export function byPrecedence(a: ResolvedMatch, b: ResolvedMatch): number {
  return (
    Number(b.pathType === 'Exact') - Number(a.pathType === 'Exact') ||
    b.path.length - a.path.length ||
    Number(b.method !== undefined) - Number(a.method !== undefined) ||
    Object.keys(b.headers).length - Object.keys(a.headers).length ||
    Object.keys(b.query).length - Object.keys(a.query).length
  );
}
