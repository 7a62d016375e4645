import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { type ClusterPolicyRule, clusterRules } from './cluster-policies';
import { type Peer, peersCover, peersIn, peersText } from './policy-peers';
import { commonPorts, type PolicyPort, portsIn, portTexts, withoutPorts } from './policy-ports';

/** Calls between a Pod and its peer that policies let through. */
export interface OpenCall {
  readonly peer: Peer;
  /** Empty: all. */
  readonly ports: readonly PolicyPort[];
  readonly policies: readonly string[];
  /** What cluster policies deny of it. */
  readonly denied: readonly string[];
}

/** What one tier of ClusterNetworkPolicies does to the calls of a Pod. */
interface TierOf {
  /** Calls that it lets through by itself. */
  readonly opens: readonly OpenCall[];
  /** What it leaves of a call that others let through. */
  readonly leaves: (call: OpenCall) => readonly OpenCall[];
}

type Field = 'from' | 'to';

interface Place {
  readonly field: Field;
  readonly index: ObjectIndex;
}

export function policyName({ kind, namespace, name }: RenderedObject): string {
  return namespace === undefined ? `${kind} ${name}` : `${namespace}/${name}`;
}

export function tiersOf(
  pod: PodTemplate,
  direction: 'ingress' | 'egress',
  index: ObjectIndex,
): { readonly admin: TierOf; readonly baseline: TierOf } {
  const place: Place = { field: direction === 'ingress' ? 'from' : 'to', index };
  const tier = (name: 'Admin' | 'Baseline', ends: readonly string[]): TierOf => {
    const rules = clusterRules(pod, direction, name, index);
    const opens = rules.flatMap((rule, order) =>
      ends.includes(rule.action)
        ? openedBy(rule, place).flatMap((call) => leftOf(call, rules.slice(0, order), place))
        : [],
    );
    return { opens, leaves: (call) => leftOf(call, rules, place) };
  };
  // What Baseline passes on, nobody else speaks of.
  return { admin: tier('Admin', ['Accept']), baseline: tier('Baseline', ['Accept', 'Pass']) };
}

function openedBy({ policy, rule }: ClusterPolicyRule, { field, index }: Place): readonly OpenCall[] {
  return peersIn(rule, field, policy, index).map((peer) => ({
    peer,
    ports: portsIn(rule),
    policies: [policyName(policy)],
    denied: [],
  }));
}

/** What the rules leave of a call, of which the first that speaks of it decides. */
function leftOf(call: OpenCall, rules: readonly ClusterPolicyRule[], place: Place): readonly OpenCall[] {
  /** Parts that an earlier rule passed on, which later ones cannot deny. */
  const passed: OpenCall[] = [];
  let left = call;
  for (const one of rules) {
    const said = spokenOf(left, one, place);
    if (said === undefined) continue;
    if (said.isWhole) return one.action === 'Deny' ? passed : [left];
    if (one.action === 'Pass') passed.push(...partOf(left, one, said.isWholePeer, place));
    if (one.action === 'Deny') left = said.denied;
  }
  return [left];
}

/** How a rule speaks of a call, and what is left of it where it denies a part; undefined where it speaks of others. */
function spokenOf(call: OpenCall, one: ClusterPolicyRule, { field, index }: Place) {
  const peers = peersCover(one.rule, field, call.peer, one.policy, index);
  const ports = withoutPorts(call.ports, portsIn(one.rule));
  if (peers === 'none' || ports.cover === 'none') return undefined;
  const isWholePeer = peers === 'all';
  const isPart = !isWholePeer || ports.isPart;
  const denied = {
    ...call,
    ports: isWholePeer ? ports.left : call.ports,
    denied: isPart ? [...call.denied, deniedText(one, field)] : call.denied,
  };
  return { isWhole: isWholePeer && ports.cover === 'all', isWholePeer, denied };
}

/** The part of a call that a rule speaks of. */
function partOf(
  call: OpenCall,
  { rule, policy }: ClusterPolicyRule,
  isWholePeer: boolean,
  { field, index }: Place,
): readonly OpenCall[] {
  const peers = isWholePeer || call.peer.kind !== 'any' ? [call.peer] : peersIn(rule, field, policy, index);
  const ports = commonPorts(call.ports, portsIn(rule));
  return peers.map((peer) => ({ ...call, peer, ports, policies: [...call.policies, policyName(policy)] }));
}

function deniedText({ rule, policy }: ClusterPolicyRule, field: Field): string {
  const ports = portsIn(rule);
  const where = ports.length === 0 ? '' : ` on ${portTexts(ports).join(', ')}`;
  return `${peersText(rule, field, policy)}${where} (${policyName(policy)})`;
}
