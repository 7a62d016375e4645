import type { IngressBackend, IngressRule } from '../../imports/k8s';
import { CONDITIONS_ROW } from '../../src/knowledge/aws/alb-rule-rows';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { SharedOut } from '../shared/shared-out';
import { actionTargets } from './alb-actions';
import { type AlbPath, namedActions, sharedOutAt } from './alb-paths';
import { actionBackend, type BackendInput, healthPathOf, ingressBackend } from './backend';
import { fullHost, hostProblem } from './hosts';

/** One host and its paths. */
export interface AlbRule {
  /** `shop` becomes `shop.<domain of the environment>`; absent answers for every host. */
  readonly host?: string;
  /** One backend for `/`. Give this or `paths`. */
  readonly backend?: BackendInput;
  /** The paths of the host, each with its backend or action. Give this or `backend`. */
  readonly paths?: readonly AlbPath[];
}

/** What an Ingress routes: either one rule by its parts, or several. */
export interface AlbRoutes extends AlbRule {
  /** Several hosts; instead of `host`, `backend` and `paths`. */
  readonly rules?: readonly AlbRule[];
}

export interface Routes {
  readonly rules: readonly IngressRule[];
  /** Full hosts, each once. */
  readonly hosts: readonly string[];
  /** Texts of `actions.`, `conditions.` and `transforms.` by their keys. */
  readonly texts: Readonly<Record<string, string>>;
  /** The backends whose health the Ingress speaks of, those of actions too. */
  readonly backends: readonly BackendInput[];
  /** What Rollouts share out. */
  readonly sharedOut: readonly SharedOut[];
  /** Paths whose backends have settings of their own. */
  readonly targetGroups: readonly AlbPath[];
}

/** @param annotations that are given as texts, by their keys */
export function routesOf(
  input: AlbRoutes,
  annotations: Readonly<Record<string, string>>,
  environment: Environment,
  problems: Problems,
): Routes {
  const given = rulesOf(input, problems).map((rule) => ({ rule, paths: pathsOf(rule, problems) }));
  const all = given.flatMap(({ paths }) => paths);
  const { texts, nameOf } = namedActions(all, environment, problems);
  const rules = given.map(({ rule, paths }) => {
    const host = rule.host === undefined ? undefined : fullHost(rule.host, environment);
    if (host !== undefined) hostProblem(host, problems);
    const made = paths.map((one) => ({
      path: one.path ?? '/',
      pathType: one.pathType ?? 'Prefix',
      backend: backendOf(one, nameOf(one), problems),
    }));
    return { ...defined({ host }), http: { paths: made } };
  });
  pathProblems(rules, new Set([...Object.keys(texts), ...Object.keys(annotations)]), problems);
  const hosts = new Set(rules.flatMap(({ host }) => (host === undefined ? [] : [host])));
  return {
    rules,
    hosts: [...hosts],
    texts,
    backends: all.flatMap(({ backend, action, targetGroup }) => [
      ...(backend === undefined || targetGroup?.healthCheck?.path !== undefined ? [] : [backend]),
      ...(action === undefined ? [] : actionTargets(action)),
    ]),
    sharedOut: all.flatMap((path) => sharedOutAt(path, environment) ?? []),
    targetGroups: all.filter(({ targetGroup }) => targetGroup !== undefined),
  };
}

function backendOf({ backend }: AlbPath, action: string | undefined, problems: Problems): IngressBackend {
  if (action !== undefined) return actionBackend(action);
  return backend === undefined ? {} : ingressBackend(backend, problems);
}

function rulesOf(input: AlbRoutes, problems: Problems): readonly AlbRule[] {
  if (input.rules === undefined) return [input];
  problems.unless(
    input.host === undefined && input.backend === undefined && input.paths === undefined,
    'rules are given beside host, backend or paths.',
    'put them into rules.',
  );
  problems.unless(input.rules.length > 0, 'rules is empty.', 'give at least one.');
  return input.rules;
}

function pathsOf(rule: AlbRule, problems: Problems): readonly AlbPath[] {
  if (rule.paths !== undefined) {
    problems.unless(rule.backend === undefined, 'backend and paths are both given.', 'put the backend into paths.');
    problems.unless(rule.paths.length > 0, 'paths is empty.', 'give at least one.');
    return rule.paths;
  }
  if (rule.backend !== undefined) return [{ backend: rule.backend }];
  problems.add('there is neither backend nor paths.', 'say where requests go.');
  return [];
}

/** @param keys of annotations: a path with conditions leaves requests to one that follows it */
function pathProblems(rules: readonly IngressRule[], keys: ReadonlySet<string>, problems: Problems): void {
  const seen = new Set<string>();
  for (const { host, http } of rules) {
    for (const { path = '/', pathType, backend } of http?.paths ?? []) {
      const key = `${host ?? '*'} ${pathType} ${path}`;
      problems.unless(
        !seen.has(key),
        `${pathType} path "${path}" of ${host ?? 'every host'} is given twice; the second would never be asked.`,
        'keep one of them.',
      );
      if (!keys.has(`${CONDITIONS_ROW.key}${backend.service?.name ?? ''}`)) seen.add(key);
      problems.unless(path.startsWith('/'), `path "${path}" does not start with /.`, 'start it with /.');
      problems.unless(
        pathType === 'ImplementationSpecific' || !/[*?]/.test(path),
        `path "${path}" holds a wildcard, which ${pathType} does not allow; the controller would stop for the whole group.`,
        'use pathType ImplementationSpecific.',
      );
    }
  }
}

/**
 * The readiness path of the backends, as the health check of their target groups: an Ingress has one for all of them.
 * Backends that do not agree are a problem, as long as nobody says which path it is.
 */
export function sharedHealthPath(
  backends: readonly BackendInput[],
  stated: string | undefined,
  problems: Problems,
  ownPath = 'to the path of a Service that differs its own: targetGroup: { healthCheck: { path: … } }',
): string | undefined {
  if (stated !== undefined) return stated;
  const paths = new Set(backends.map(healthPathOf));
  const known = [...paths].filter((path) => path !== undefined);
  if (known.length === 0) return undefined;
  problems.unless(
    paths.size === 1,
    `the backends are healthy at different paths (${known.join(', ')}${paths.has(undefined) ? ', and some do not say' : ''}), but an Ingress has one health check for all: Pods that do not answer it would get no requests.`,
    `give healthCheck.path, and ${ownPath}.`,
  );
  return known[0];
}
