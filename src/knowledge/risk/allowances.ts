import { parseCidr } from '../../grammar/cidr';
import { get, items, texts } from './values';

/** One thing that rules allow, as parts that are all meant; `*` is everything. */
type Allowance = readonly string[];

/** Whether what is allowed now goes beyond what was allowed. */
export function isWider(was: readonly Allowance[], now: readonly Allowance[]): boolean {
  return now.some((one) => !was.some((other) => covers(other, one)));
}

function covers(wide: Allowance, narrow: Allowance): boolean {
  return wide.every((part, index) => part === '*' || part === narrow[index] || holdsBlock(part, narrow[index]));
}

/** `10.0.0.0/8` holds `10.1.0.0/16`. */
function holdsBlock(wide: string, narrow = ''): boolean {
  const [a, b] = [parseCidr(wide), parseCidr(narrow)];
  if (a === undefined || b === undefined || a.ip.length !== b.ip.length || a.prefix > b.prefix) return false;
  const hidden = BigInt(a.ip.length - a.prefix);
  return a.ip.value >> hidden === b.ip.value >> hidden;
}

/** What a Role allows: one for each group, resource, name and verb. */
export function roleAllowances(role: unknown): readonly Allowance[] {
  return items(role, 'rules').flatMap((rule) => {
    const verbs = texts(rule, 'verbs');
    const names = texts(rule, 'resourceNames');
    const urls = texts(rule, 'nonResourceURLs').flatMap((url) => verbs.map((verb) => ['url', url, '', verb]));
    const resources = texts(rule, 'apiGroups').flatMap((group) =>
      texts(rule, 'resources').flatMap((resource) =>
        (names.length === 0 ? ['*'] : names).flatMap((name) => verbs.map((verb) => [group, resource, name, verb])),
      ),
    );
    return [...urls, ...resources];
  });
}

const DIRECTIONS = [
  { type: 'Ingress', rules: 'ingress', peers: 'from' },
  { type: 'Egress', rules: 'egress', peers: 'to' },
] as const;

/** What a NetworkPolicy lets through: one for each direction, peer and port. A direction it does not judge is open. */
export function policyAllowances(policy: unknown): readonly Allowance[] {
  const spec = get(policy, 'spec');
  const types = texts(spec, 'policyTypes');
  return DIRECTIONS.flatMap(({ type, rules, peers }) => {
    const isJudged = types.length === 0 ? type === 'Ingress' || items(spec, rules).length > 0 : types.includes(type);
    if (!isJudged) return [[type, '*', '*', '*']];
    return items(spec, rules).flatMap((rule) => {
      const ports = items(rule, 'ports').map((port) => JSON.stringify(port));
      return peersOf(items(rule, peers)).flatMap((peer) =>
        (ports.length === 0 ? ['*'] : ports).map((port) => [type, ...peer, port]),
      );
    });
  });
}

/** Who, and what of a block is left out: less left out is more. */
function peersOf(peers: readonly unknown[]): readonly Allowance[] {
  if (peers.length === 0) return [['*', '*']];
  return peers.map((peer) => {
    const block = get(peer, 'ipBlock');
    if (block === undefined) return [JSON.stringify(peer), ''];
    const except = texts(block, 'except');
    return [String(get(block, 'cidr')), except.length === 0 ? '*' : except.join(' ')];
  });
}
