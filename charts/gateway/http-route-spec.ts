import { GATEWAY, LISTENER_RULE_CONFIGURATION } from '../../src/knowledge/gateway/kinds';
import { defined } from '../../src/model/defined';
import { isShareOfIngress, serviceAndPort } from '../alb/backend';
import type { Problems } from '../shared/problems';
import { judgeCanary, NAME_BOTH, namespaceOf } from './backend-list';
import type { HeaderChanges, HttpRedirect } from './http-routes-props';
import type { ResolvedBackend, ResolvedMatch, ResolvedRoutes, ResolvedRule } from './resolved-routes';

/** A Gateway and its listener, with all that the server would fill in: what it fills in differs from what is committed. */
export interface ParentRef {
  readonly kind?: 'Gateway' | 'ListenerSet' | undefined;
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly sectionName?: string | undefined;
}

export function parentRef({ kind = GATEWAY.kind, name, namespace, sectionName }: ParentRef) {
  return { group: GATEWAY.group, kind, name, ...defined({ namespace, sectionName }) };
}

/** The spec of an HTTPRoute with its defaults written. */
export function httpRouteSpec(
  parent: ParentRef,
  { hosts, rules }: ResolvedRoutes,
  own: string | undefined,
  problems: Problems,
): object {
  return {
    parentRefs: [parentRef(parent)],
    ...(hosts.length === 0 ? {} : { hostnames: [...hosts] }),
    rules: rules.map((rule) => ruleOf(rule, own, problems)),
  };
}

function ruleOf(rule: ResolvedRule, own: string | undefined, problems: Problems): object {
  const filters = filtersOf(rule);
  return {
    matches: rule.matches.map(matchOf),
    ...(filters.length === 0 ? {} : { filters }),
    ...(rule.backends.length === 0 ? {} : { backendRefs: rule.backends.map((one) => backendRef(one, own, problems)) }),
    ...defined({ timeouts: rule.timeouts && defined({ ...rule.timeouts }) }),
  };
}

function matchOf({ path, pathType, headers, query, method }: ResolvedMatch): object {
  return {
    path: { type: pathType === 'Prefix' ? 'PathPrefix' : pathType, value: path },
    ...listed('headers', headers),
    ...listed('queryParams', query),
    ...defined({ method }),
  };
}

function listed(key: string, values: Readonly<Record<string, string>>): object {
  const list = Object.entries(values).map(([name, value]) => ({ type: 'Exact', name, value }));
  return list.length === 0 ? {} : { [key]: list };
}

/** A Service as routes name it: by the number of its port, and with its namespace where that is another than the route’s. */
export function backendRef({ backend, weight }: ResolvedBackend, own: string | undefined, problems: Problems): object {
  const namespace = namespaceOf(backend);
  const { serviceName: name, servicePort: port } = serviceAndPort(backend, problems);
  problems.unless(
    !isShareOfIngress(backend),
    `a BlueGreenBackend shares requests out by an annotation of an Ingress, which a Gateway’s route does not have: all of them would go to ${name}.`,
    NAME_BOTH,
  );
  judgeCanary(backend, name, problems);
  problems.unless(
    typeof port === 'number',
    `backend ${name} is named with port "${port}"; a Gateway’s route knows ports by number.`,
    'give the number of the Service’s port, or the workload itself.',
  );
  return { group: '', kind: 'Service', ...(namespace === own ? {} : defined({ namespace })), name, port, weight };
}

function filtersOf(rule: ResolvedRule): readonly object[] {
  const { redirect, rewrite, requestHeaders, responseHeaders, listenerRule } = rule;
  return [
    ...(requestHeaders === undefined
      ? []
      : [{ type: 'RequestHeaderModifier', requestHeaderModifier: headerChanges(requestHeaders) }]),
    ...(responseHeaders === undefined
      ? []
      : [{ type: 'ResponseHeaderModifier', responseHeaderModifier: headerChanges(responseHeaders) }]),
    ...(redirect === undefined ? [] : [{ type: 'RequestRedirect', requestRedirect: redirectOf(redirect) }]),
    ...(rewrite === undefined
      ? []
      : [{ type: 'URLRewrite', urlRewrite: defined({ hostname: rewrite.hostname, path: pathChange(rewrite) }) }]),
    ...(listenerRule === undefined ? [] : [extension(listenerRule.name)]),
  ];
}

function extension(name: string): object {
  const { group, kind } = LISTENER_RULE_CONFIGURATION;
  return { type: 'ExtensionRef', extensionRef: { group, kind, name } };
}

function redirectOf({ statusCode = 301, scheme, hostname, port, path, prefix }: HttpRedirect): object {
  const usual = scheme === undefined ? undefined : { http: 80, https: 443 }[scheme];
  // Controllers before 3.1 sent clients to the port that they came by.
  return defined({ scheme, hostname, port: port ?? usual, path: pathChange({ path, prefix }), statusCode });
}

function pathChange({ path, prefix }: { readonly path?: string | undefined; readonly prefix?: string | undefined }) {
  if (path !== undefined) return { type: 'ReplaceFullPath', replaceFullPath: path };
  return prefix === undefined ? undefined : { type: 'ReplacePrefixMatch', replacePrefixMatch: prefix };
}

function headerChanges({ set, add, remove }: HeaderChanges): object {
  const list = (values: Readonly<Record<string, string>> | undefined) =>
    values && Object.entries(values).map(([name, value]) => ({ name, value }));
  return defined({ set: list(set), add: list(add), remove: remove && [...remove] });
}
