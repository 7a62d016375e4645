import { CONDITION_VALUES, conditionsOf } from '../../src/knowledge/aws/alb-conditions';
import { LONGEST_VALUE, rightPathValue, wrongPathValue } from '../../src/knowledge/aws/alb-path-pattern';
import type { Problems } from '../shared/problems';
import type { Routes } from './alb-routes';
import { USE_ANNOTATION } from './backend';

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

/** Prefix and Exact paths are never regular expressions. */
export function judgeRegexPaths(isOn: boolean | undefined, routes: Routes, problems: Problems): void {
  const types = routes.rules.flatMap(({ http }) => http?.paths.map(({ pathType }) => pathType) ?? []);
  problems.unless(
    isOn !== true || types.includes('ImplementationSpecific'),
    'useRegexPathMatch reads paths of type ImplementationSpecific alone, and there is no such path.',
    'set pathType: "ImplementationSpecific" where the path is a regular expression, or leave it out.',
  );
}

/** Host and path become values of conditions, which AWS holds to some characters. */
export function judgeValues(usesRegex: boolean, routes: Routes, problems: Problems): void {
  for (const { host = '', http } of routes.rules) {
    problems.unless(
      host.length <= LONGEST_VALUE,
      `host "${host}" has ${host.length} characters, and AWS takes ${LONGEST_VALUE} in a condition.`,
      'shorten it.',
    );
    for (const { path = '/', pathType } of http?.paths ?? []) {
      const one = { path, pathType, usesRegex };
      const wrong = wrongPathValue(one);
      problems.unless(
        wrong === undefined,
        `AWS refuses the path "${path}": ${wrong}. The load balancer would stay as it is, for every Ingress that shares it.`,
        rightPathValue(one),
      );
    }
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
    if (key.startsWith('conditions.')) judgeCondition(key, alb[key] ?? '', routes, problems);
  }
}

/** Host and path of the rule count too. */
function judgeCondition(key: string, text: string, routes: Routes, problems: Problems): void {
  const service = key.slice('conditions.'.length);
  const conditions = conditionsOf(text);
  const hosts = conditions.flatMap(({ field, values }) => (field === 'host-header' ? values : []));
  const own = conditions.reduce((sum, { values }) => sum + values.length, 0);
  for (const { host, http } of routes.rules) {
    for (const { path = '/', pathType, backend } of http?.paths ?? []) {
      if (backend.service?.name !== service) continue;
      const values = own + (host === undefined ? 0 : 1) + pathValues(path, pathType);
      problems.unless(
        values <= CONDITION_VALUES,
        `path "${path}" of ${host ?? 'every host'} has ${values} condition values with ${key}; a load balancer takes ${CONDITION_VALUES} in a rule.`,
        'spread them over several paths.',
      );
      problems.unless(
        host === undefined || !hosts.includes(host),
        `${key} names the host ${host}, which the rule of its path has already: the condition has it twice, and it counts twice.`,
        'take it out of the condition.',
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
