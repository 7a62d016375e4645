import {
  cidrText,
  isStrictlyInside,
  parseCidr,
  ROUGH_CIDR_PATTERN,
  unclearCidr,
  wrongCidr,
} from '../../../grammar/cidr';
import { LAST_PORT, PORT_REFERENCE, wrongPortRange, wrongPortReference } from '../../../grammar/port';
import { at, type FieldPath, isJsonObject, type JsonValue, listAt, textAt } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';

export const validNetworkPolicy: ObjectRule = {
  id: 'k8s/valid-network-policy',
  severity: 'error',
  summary: 'Peers of a NetworkPolicy are selectors or one address block, and ports and blocks are in order.',
  why: 'The server refuses peers and ports that it cannot read. A policy that is missing leaves the namespace open, or closed, without a trace.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports',
  ],
  kinds: ['networking.k8s.io/NetworkPolicy'],
  check(object, _context, tell) {
    for (const [direction, peers] of [
      ['ingress', 'from'],
      ['egress', 'to'],
    ] as const) {
      listAt(object.value, 'spec', direction).forEach((rule, r) => {
        const here = ['spec', direction, r];
        listAt(rule, 'ports').forEach((one, i) => {
          port(one, [...here, 'ports', i], tell);
        });
        listAt(rule, peers).forEach((one, i) => {
          peer(one, [...here, peers, i], tell);
        });
      });
    }
  },
};

function port(one: JsonValue, here: FieldPath, tell: Tell): void {
  const first = at(one, 'port');
  const last = at(one, 'endPort');
  if (wrongPortReference(first) !== undefined)
    tell({
      path: [...here, 'port'],
      found: String(first),
      wanted: PORT_REFERENCE,
      what: `no Pod has a port ${typeof first === 'string' ? `called "${first}"` : String(first)}; the server refuses the policy.`,
      fix: 'use a port of the Pod.',
    });
  if (typeof last !== 'number' || (typeof first === 'number' && wrongPortRange(first, last) === undefined)) return;
  tell({
    path: [...here, 'endPort'],
    found: String(last),
    wanted: typeof first === 'number' ? `${first} to ${LAST_PORT}` : 'a number in `port`',
    what:
      typeof first === 'number'
        ? `the range of ports ${first} to ${last} cannot be meant, because ${wrongPortRange(first, last)}; the server refuses the policy.`
        : 'only a range that begins with a number has an end; the server refuses the policy.',
    fix: typeof first === 'number' ? 'end the range at or after its begin.' : 'give `port` as a number.',
  });
}

function peer(one: JsonValue, here: FieldPath, tell: Tell): void {
  if (!isJsonObject(one)) return;
  const kinds = ['podSelector', 'namespaceSelector', 'ipBlock'].filter((kind) => isJsonObject(one[kind]));
  const block = one['ipBlock'];
  if (kinds.length === 0 || (kinds.length > 1 && isJsonObject(block)))
    tell({
      path: here,
      found: kinds.join(' and ') || 'nothing',
      wanted: 'selectors, or an ipBlock',
      what:
        kinds.length === 0
          ? 'a peer selects nobody; the server refuses the policy.'
          : `a peer is an address block and a selector (${kinds.join(', ')}); the server refuses the policy.`,
      fix: kinds.length === 0 ? 'set a selector or an `ipBlock`.' : 'make two peers of it.',
    });
  if (isJsonObject(block)) addresses(block, [...here, 'ipBlock'], tell);
}

function addresses(block: JsonValue, here: FieldPath, tell: Tell): void {
  const cidr = textAt(block, 'cidr') ?? '';
  address(cidr, [...here, 'cidr'], tell);
  const outer = parseCidr(cidr);
  if (outer === undefined) return;
  listAt(block, 'except').forEach((exception, i) => {
    const text = String(exception);
    address(text, [...here, 'except', i], tell);
    const inner = parseCidr(text);
    if (inner === undefined || isStrictlyInside(inner, outer)) return;
    tell({
      path: [...here, 'except', i],
      found: text,
      wanted: `a smaller block inside ${cidr}`,
      what: `the exception ${text} does not lie inside ${cidr}, or is all of it; the server refuses the policy.`,
      fix: `name a smaller block inside ${cidr}, or remove it.`,
    });
  });
}

/** What does not even look like a block is the schema's finding. */
const LOOKS_LIKE_A_BLOCK = new RegExp(ROUGH_CIDR_PATTERN);

function address(text: string, path: FieldPath, tell: Tell): void {
  const block = parseCidr(text);
  if (block === undefined) {
    if (LOOKS_LIKE_A_BLOCK.test(text))
      tell({
        path,
        found: text,
        wanted: 'a block such as 10.0.0.0/8 or 2001:db8::/32',
        what: `"${text}" is not a block of addresses: ${wrongCidr(text)}; the server refuses the policy.`,
        fix: 'write a block such as 10.0.0.0/8.',
      });
    return;
  }
  const unclear = unclearCidr(text, block);
  if (unclear === undefined) return;
  tell({
    path,
    found: text,
    wanted: cidrText(block),
    severity: 'warning',
    what: `"${text}" does not say clearly which addresses it means: ${unclear}. The server takes it with a warning.`,
    fix: `write ${cidrText(block)}.`,
  });
}
