import { HTTP_ROUTE, LISTENER_RULE_CONFIGURATION } from '../../../knowledge/gateway/kinds';
import { describeIdentity } from '../../../model/identity';
import { type FieldPath, type JsonValue, listAt, numberAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { CheckContext, RuleFinding, WholeRule } from '../../engine/rule';
import { letsIn, overlap } from '../../reads/gateway-admits';
import { listenersOf, type Parent, parentsOf, servedBy } from '../../reads/gateway-of';
import { standsAt } from '../../reads/stands-at';

export const uniqueRouteMatch: WholeRule = {
  id: 'k8s/unique-route-match',
  severity: 'error',
  summary: 'No two HTTPRoutes take the same requests of a Gateway’s listener.',
  why: 'Of two HTTPRoutes with the same host and match the older one gets every request, and the other none, without a word. Where a cluster is made anew, it may be the other way round.',
  see: ['https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule'],
  checkAll(context, tellOf) {
    const firsts = new Map<string, Taken>();
    const told = new Set<string>();
    for (const taken of context.index
      .ofKind(HTTP_ROUTE.group, HTTP_ROUTE.kind)
      .flatMap((route) => takenBy(route, context))) {
      const first = firsts.get(taken.key);
      if (first === undefined) firsts.set(taken.key, taken);
      if (first === undefined || first.route === taken.route || first.answer === taken.answer) continue;
      const pair = [first, taken].map(({ route }) => describeIdentity(route)).join(' ');
      if (told.has(pair)) continue;
      told.add(pair);
      tellOf(first.route)(conflict(first, taken));
      tellOf(taken.route)(conflict(taken, first));
    }
  },
};

/** Requests of one listener that a route takes. */
interface Taken {
  readonly key: string;
  /** What is done with them: two routes that do the same are not at odds. */
  readonly answer: string;
  readonly route: RenderedObject;
  readonly parent: Parent;
  readonly host: string;
  readonly path: FieldPath;
  readonly words: string;
}

function takenBy(route: RenderedObject, context: CheckContext): readonly Taken[] {
  const hosts = listAt(route.value, 'spec', 'hostnames').map(String);
  const matches = matchesOf(route);
  return parentsOf(route, context).flatMap((parent) => {
    if (isLattice(parent, context)) return [];
    return listenerKeys(route, parent, context).flatMap(({ listener, hostname }) =>
      (hosts.length === 0 ? [hostname ?? ''] : hosts)
        .filter((host) => hostname === undefined || overlap(hostname, host))
        .flatMap((host) =>
          matches.map((match) => ({ ...match, route, parent, host, key: JSON.stringify([listener, host, match.key]) })),
        ),
    );
  });
}

/** VPC Lattice makes a service of each route. */
function isLattice({ gateway }: Parent, context: CheckContext): boolean {
  const { routes } = context.environment;
  const controller = gateway === undefined ? undefined : servedBy(gateway, context)?.controller;
  return (controller ?? (routes?.form === 'gateway' ? routes.controller : undefined)) === 'vpc-lattice';
}

interface ListenerKey {
  readonly listener: string;
  readonly hostname: string | undefined;
}

/** The listeners that take a route; of a Gateway that is not rendered here, what the reference says. */
function listenerKeys(route: RenderedObject, parent: Parent, { index }: CheckContext): readonly ListenerKey[] {
  const { kind, namespace, name, holder, reference } = parent;
  if (holder === undefined) {
    const section = [textAt(reference, 'sectionName') ?? '', numberAt(reference, 'port') ?? 0];
    return [{ listener: JSON.stringify([kind, namespace, name, ...section]), hostname: undefined }];
  }
  return listenersOf(parent)
    .filter((listener) => letsIn(listener, route, parent, index))
    .map((listener) => ({
      listener: JSON.stringify([kind, namespace, name, textAt(listener, 'name') ?? '']),
      hostname: textAt(listener, 'hostname'),
    }));
}

function matchesOf(route: RenderedObject): readonly Pick<Taken, 'key' | 'answer' | 'path' | 'words'>[] {
  return listAt(route.value, 'spec', 'rules').flatMap((rule, r) => {
    if (hasConditions(rule)) return [];
    const answer = JSON.stringify([
      listAt(rule, 'filters'),
      listAt(rule, 'backendRefs'),
      listAt(rule, 'backendRefs').length === 0 ? '' : route.namespace,
    ]);
    const here = ['spec', 'rules', r];
    const matches = listAt(rule, 'matches');
    if (matches.length === 0) return [{ ...matchKey({}), answer, path: here }];
    return matches.map((match, m) => ({ ...matchKey(match), answer, path: [...here, 'matches', m] }));
  });
}

/** An ALB asks for more than the match where a ListenerRuleConfiguration says so. */
function hasConditions(rule: JsonValue): boolean {
  const { kind } = LISTENER_RULE_CONFIGURATION;
  return listAt(rule, 'filters').some((filter) => textAt(filter, 'extensionRef', 'kind') === kind);
}

function matchKey(match: JsonValue): Pick<Taken, 'key' | 'words'> {
  const type = textAt(match, 'path', 'type') ?? 'PathPrefix';
  const value = textAt(match, 'path', 'value') ?? '/';
  const method = textAt(match, 'method') ?? '';
  const headers = pairs(match, 'headers', (name) => name.toLowerCase());
  const query = pairs(match, 'queryParams', (name) => name);
  const more = [...(method === '' ? [] : [`method ${method}`]), ...headers.words, ...query.words];
  return {
    key: JSON.stringify([type, value, method, headers.key, query.key]),
    words: `${type} ${value}${more.map((one) => `, ${one}`).join('')}`,
  };
}

function pairs(match: JsonValue, field: 'headers' | 'queryParams', spelt: (name: string) => string) {
  const all = listAt(match, field).map((one) => {
    const name = spelt(textAt(one, 'name') ?? '');
    return [name, textAt(one, 'type') ?? 'Exact', textAt(one, 'value') ?? ''] as const;
  });
  const what = field === 'headers' ? 'header' : 'parameter';
  return { key: all.map((one) => JSON.stringify(one)).sort(), words: all.map(([name]) => `${what} ${name}`) };
}

function conflict({ path, words, host, parent }: Taken, { route }: Taken): RuleFinding {
  const app = route.app === '' ? '' : ` of app ${route.app}`;
  const section = textAt(parent.reference, 'sectionName');
  const where = `${parent.kind} "${parent.name}" of namespace ${parent.namespace}${section === undefined ? '' : `, listener ${section}`}`;
  return {
    path,
    found: words,
    what: `${words} of ${host === '' ? 'every host' : host} at ${where} is taken by ${describeIdentity(route)}${app} too, which ${standsAt(route)}. The older of the two gets every such request, and the other none.`,
    fix: 'give one of them another host or match, or take it out.',
  };
}
