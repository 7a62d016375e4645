import type { GatewayController } from '../../src/knowledge/gateway/controllers';
import { ROUTE_LIMITS } from '../../src/knowledge/gateway/limits';
import { defined } from '../../src/model/defined';
import type { BackendInput } from '../alb/backend';
import type { Problems } from '../shared/problems';
import { backendList, isElb, isList, judgeBackends, judgeShares } from './backend-list';
import type { GrpcMatch, GrpcRouteProps } from './grpc-route-props';
import { backendRef } from './http-route-spec';
import { judgeValues } from './judge-values';

interface GrpcRules {
  readonly rules: readonly object[];
  /** All backends, each once. */
  readonly backends: readonly BackendInput[];
}

/** The rules as a GRPCRoute has them; what the server or the controller would refuse is a problem. */
export function grpcRules(
  { rules }: GrpcRouteProps,
  hosts: readonly string[],
  { controller, own }: { readonly controller: GatewayController | undefined; readonly own: string | undefined },
  problems: Problems,
): GrpcRules {
  problems.unless(
    hosts.length <= ROUTE_LIMITS.hostnames,
    `there are ${hosts.length} hosts; a GRPCRoute takes ${ROUTE_LIMITS.hostnames}.`,
    'spread them over several routes.',
  );
  problems.unless(
    rules.length >= 1 && rules.length <= ROUTE_LIMITS.rules,
    `there are ${rules.length} rules; a GRPCRoute takes 1 to ${ROUTE_LIMITS.rules}.`,
    rules.length === 0 ? 'say who answers.' : 'spread them over several routes.',
  );
  const resolved = rules.map(({ matches = [], backends }) => ({
    matches: isList(matches) ? matches : [matches],
    backends: backendList(backends),
  }));
  resolved.forEach(({ matches, backends }, index) => {
    const name = `rule ${index + 1}`;
    for (const match of matches) judgeMatch(match, name, problems);
    problems.unless(
      matches.length <= ROUTE_LIMITS.matchesOfRule,
      `${name} has ${matches.length} matches; a GRPCRoute takes ${ROUTE_LIMITS.matchesOfRule} in a rule.`,
      'spread them over several rules.',
    );
    problems.unless(backends.length > 0, `${name} has no backends: every call would get an error.`, 'name one.');
    judgeBackends(backends, name, problems);
    if (isElb(controller)) judgeShares(backends, name, problems);
  });
  return {
    rules: resolved.map(({ matches, backends }) => ({
      ...(matches.length === 0 ? {} : { matches: matches.map(matchOf) }),
      backendRefs: backends.map((one) => backendRef(one, own, problems)),
    })),
    backends: [...new Set(resolved.flatMap(({ backends }) => backends.map(({ backend }) => backend)))],
  };
}

const SERVICE = /^\.?[a-z_][a-z_0-9]*(\.[a-z_][a-z_0-9]*)*$/i;
const METHOD = /^[A-Za-z_][A-Za-z_0-9]*$/;

function judgeMatch({ service, method, headers = {} }: GrpcMatch, name: string, problems: Problems): void {
  problems.unless(
    service === undefined || SERVICE.test(service),
    `${name} matches the service "${service}", which cannot be the name of one; the server refuses it.`,
    'write it like shop.v1.Orders.',
  );
  problems.unless(
    method === undefined || METHOD.test(method),
    `${name} matches the method "${method}", which cannot be the name of one; the server refuses it.`,
    'write it like GetOrder.',
  );
  judgeValues(headers, 'header', ROUTE_LIMITS.headers, name, problems);
}

function matchOf({ service, method, headers = {} }: GrpcMatch): object {
  const list = Object.entries(headers).map(([name, value]) => ({ type: 'Exact', name, value }));
  const call =
    service === undefined && method === undefined ? undefined : { type: 'Exact', ...defined({ service, method }) };
  return { ...defined({ method: call }), ...(list.length === 0 ? {} : { headers: list }) };
}
