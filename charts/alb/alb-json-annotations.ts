import { isJsonObject, type JsonValue, listAt } from '../../src/model/json';
import type { Problems } from '../shared/problems';
import type { Routes } from './alb-routes';
import { USE_ANNOTATION } from './backend';

const JSON_KEYS =
  /^(auth-idp-cognito|auth-idp-oidc|jwt-validation|mutual-authentication|listen-ports|(actions|conditions|transforms)\..+)$/;

/** Values of one rule's conditions that a load balancer takes; AWS does not raise it. */
const CONDITION_VALUES = 5;

/**
 * Annotations that hold JSON, or that only make sense together with others. The controller decodes without a word
 * about what it does not know, and stops for the whole group at what it cannot decode.
 */
export function annotationProblems(
  alb: Readonly<Record<string, string>>,
  routes: Routes,
  tls: boolean | undefined,
  problems: Problems,
): void {
  for (const [key, value] of Object.entries(alb)) {
    if (!JSON_KEYS.test(key)) continue;
    const parsed = parse(value);
    problems.unless(
      parsed !== undefined,
      `annotation ${key} holds no JSON; the controller would stop for the whole group.`,
      'write it with JSON.stringify().',
    );
    if (key.startsWith('conditions.') && parsed !== undefined) conditionProblems(key, parsed, routes, problems);
  }
  actionProblems(alb, routes, problems);
  authProblems(alb, tls, problems);
}

/** An action is used by name, as the Service of a path whose port is called use-annotation. */
function actionProblems(alb: Readonly<Record<string, string>>, routes: Routes, problems: Problems): void {
  const used = new Set<string>();
  for (const { name, port } of servicesOf(routes)) if (port === USE_ANNOTATION) used.add(name);
  for (const name of used) {
    problems.unless(
      routes.actions[name] !== undefined || alb[`actions.${name}`] !== undefined,
      `a path takes the action "${name}" from an annotation, and there is none: the load balancer would answer 503.`,
      `add the annotation actions.${name}, or give the path an action.`,
    );
  }
  for (const key of Object.keys(alb)) {
    const name = key.startsWith('actions.') ? key.slice('actions.'.length) : undefined;
    problems.unless(
      name === undefined || used.has(name),
      `annotation ${key} is an action that no path uses.`,
      `give a path the backend { service: '${name}', port: 'use-annotation' }, or remove it.`,
    );
  }
}

function authProblems(alb: Readonly<Record<string, string>>, tls: boolean | undefined, problems: Problems): void {
  const type = alb['auth-type'] ?? 'none';
  const logsIn = type !== 'none';
  problems.unless(
    !logsIn || alb[`auth-idp-${type}`] !== undefined,
    `auth-type is ${type}, but auth-idp-${type} is missing.`,
    `add the annotation auth-idp-${type}.`,
  );
  problems.unless(
    !logsIn || alb['jwt-validation'] === undefined,
    'auth-type and jwt-validation exclude each other.',
    'leave one of them out.',
  );
  problems.unless(
    tls !== false || (!logsIn && alb['jwt-validation'] === undefined),
    'logins and tokens are checked on HTTPS only, and this Ingress has none: everybody would come in.',
    'give it a host that a certificate covers, or certificateArns.',
  );
}

/** A prefix is two values, but `/` is one. */
function pathValues(path: string, pathType: string | undefined): number {
  return pathType === 'Prefix' && path !== '/' ? 2 : 1;
}

/** Host and path of the rule count too. */
function conditionProblems(key: string, parsed: JsonValue, routes: Routes, problems: Problems): void {
  const service = key.slice('conditions.'.length);
  const own = (Array.isArray(parsed) ? parsed : [])
    .flatMap((condition) => (isJsonObject(condition) ? Object.values(condition) : []))
    .reduce<number>((sum, config) => sum + listAt(config, 'values').length + listAt(config, 'regexValues').length, 0);
  for (const { host, http } of routes.rules) {
    for (const { path = '/', pathType, backend } of http?.paths ?? []) {
      if (backend.service?.name !== service) continue;
      const values = own + (host === undefined ? 0 : 1) + pathValues(path, pathType);
      problems.unless(
        values <= CONDITION_VALUES,
        `path "${path}" of ${host ?? 'every host'} has ${values} condition values with ${key}; a load balancer takes ${CONDITION_VALUES} in a rule.`,
        'spread them over several paths.',
      );
    }
  }
}

function servicesOf(routes: Routes): readonly { name: string; port: string | undefined }[] {
  return routes.rules.flatMap(({ http }) =>
    (http?.paths ?? []).flatMap(({ backend: { service } }) =>
      service === undefined ? [] : [{ name: service.name, port: service.port?.name }],
    ),
  );
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
