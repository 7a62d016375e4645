import { parseJson } from '../../src/knowledge/aws/annotation-values';
import { isJsonObject, listAt } from '../../src/model/json';
import type { Problems } from '../shared/problems';
import type { Routes } from './alb-routes';
import { USE_ANNOTATION } from './backend';

/** Values of one rule's conditions that a load balancer takes; AWS does not raise it. */
const CONDITION_VALUES = 5;

/**
 * An action is used by name, as the Service of a path whose port is called use-annotation. Whether one that is used is
 * there is asked of all objects together, by `k8s/no-missing-ingress-backend`: a Rollout may write it.
 */
export function judgeActions(alb: Readonly<Record<string, string>>, routes: Routes, problems: Problems): void {
  const used = new Set<string>();
  for (const { name, port } of servicesOf(routes)) if (port === USE_ANNOTATION) used.add(name);
  for (const key of Object.keys(alb)) {
    const name = key.startsWith('actions.') ? key.slice('actions.'.length) : undefined;
    problems.unless(
      name === undefined || used.has(name),
      `annotation ${key} is an action that no path uses.`,
      `give a path the backend { service: '${name}', port: 'use-annotation' }, or remove it.`,
    );
  }
}

export function judgeLogins(alb: Readonly<Record<string, string>>, tls: boolean | undefined, problems: Problems): void {
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

/** A load balancer takes a few conditions for each rule. */
export function judgeConditions(alb: Readonly<Record<string, string>>, routes: Routes, problems: Problems): void {
  for (const key of Object.keys(alb)) {
    if (key.startsWith('conditions.')) judgeCondition(key, parseJson(alb[key] ?? ''), routes, problems);
  }
}

/** Host and path of the rule count too. */
function judgeCondition(key: string, parsed: unknown, routes: Routes, problems: Problems): void {
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
