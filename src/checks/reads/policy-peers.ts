import { type Cidr, isStrictlyInside, overlaps, parseCidr } from '../../grammar/cidr';
import { covers } from '../../grammar/covers';
import { at, listAt, mapAt, textAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';
import { isPeer } from './policies';
import { type Cover, most } from './policy-ports';

/** Who stands on the other side of a rule: rendered Pods, or in words whatever else it is. */
export type Peer = { readonly text: string } & (
  | { readonly kind: 'pod'; readonly pod: PodTemplate }
  | { readonly kind: 'any' }
  | { readonly kind: 'block'; readonly cidr: Cidr | undefined }
  | { readonly kind: 'host' }
  /** Pods that are not rendered here. */
  | { readonly kind: 'pods'; readonly selector: unknown }
);

export const ANYBODY: Peer = { kind: 'any', text: 'anybody' };
export const ANYWHERE: Peer = { kind: 'any', text: 'anywhere' };

export function podText({ owner }: PodTemplate): string {
  return `${owner.kind} ${owner.namespace ?? ''}/${owner.name}`;
}

/** Rendered Pods that a rule names, and whatever else it does. */
export function peersIn(
  rule: unknown,
  field: 'from' | 'to',
  policy: RenderedObject,
  index: ObjectIndex,
): readonly Peer[] {
  const peers = listAt(rule, field);
  if (peers.length === 0) return [field === 'from' ? ANYBODY : ANYWHERE];
  return peers.flatMap((peer): readonly Peer[] => {
    const known = outside(peer);
    if (known !== undefined) return known;
    const pods = index.templates.filter((pod) => isPeer(peer, policy, pod, index));
    if (pods.length === 0) return [{ kind: 'pods', text: selectedText(peer, policy), selector: peer }];
    return pods.map((pod) => ({ kind: 'pod', text: podText(pod), pod }));
  });
}

/** The peers of a rule in words, Pods by what selects them. */
export function peersText(rule: unknown, field: 'from' | 'to', policy: RenderedObject): string {
  const peers = listAt(rule, field);
  if (peers.length === 0) return field === 'from' ? ANYBODY.text : ANYWHERE.text;
  return peers.flatMap((peer) => outside(peer)?.map(({ text }) => text) ?? [selectedText(peer, policy)]).join(', ');
}

/** Blocks and hosts; undefined for Pods. */
function outside(peer: unknown): readonly Peer[] | undefined {
  const cidr = textAt(peer, 'ipBlock', 'cidr');
  if (cidr !== undefined) {
    const except = listAt(peer, 'ipBlock', 'except');
    const text = except.length === 0 ? cidr : `${cidr} without ${except.join(', ')}`;
    return [{ kind: 'block', text, cidr: parseCidr(cidr) }];
  }
  const hosts = listAt(peer, 'domainNames');
  return hosts.length === 0 ? undefined : hosts.map((host) => ({ kind: 'host', text: String(host) }));
}

function selectedText(peer: unknown, policy: RenderedObject): string {
  const pods = labelsText(at(peer, 'podSelector'));
  const spaces = at(peer, 'namespaceSelector');
  const name = textAt(spaces, 'matchLabels', NAMESPACE_NAME);
  const place =
    spaces === undefined ? `namespace ${policy.namespace ?? ''}` : `namespace ${name ?? labelsText(spaces)}`;
  return `Pods${pods === '' ? '' : ` ${pods}`} of ${name === undefined && spaces !== undefined && labelsText(spaces) === '' ? 'all namespaces' : place}`;
}

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

function labelsText(selector: unknown): string {
  const labels = Object.entries(mapAt(selector, 'matchLabels')).map(([key, value]) => `${key}=${String(value)}`);
  const others = listAt(selector, 'matchExpressions').map((one) => `${textAt(one, 'key')} ${textAt(one, 'operator')}`);
  return [...labels, ...others].join(',');
}

/** How much of a peer a rule speaks of; where only the cluster knows, of a part. */
export function peersCover(
  rule: unknown,
  field: 'from' | 'to',
  peer: Peer,
  policy: RenderedObject,
  index: ObjectIndex,
): Cover {
  const named = listAt(rule, field);
  if (named.length === 0) return 'all';
  return most(
    named.map((one) => {
      const known = outside(one);
      if (known !== undefined) return most(known.map((other) => outsideCover(other, peer)));
      if (peer.kind !== 'pod') return selectorCover(one, peer);
      return isPeer(one, policy, peer.pod, index) ? 'all' : 'none';
    }),
  );
}

/** @param known a block or a host that a rule names */
function outsideCover(known: Peer, peer: Peer): Cover {
  if (known.kind === 'host') return hostCover(known.text, peer);
  const cidr = known.kind === 'block' ? known.cidr : undefined;
  if (cidr === undefined) return 'some';
  if (cidr.prefix === 0) return 'all';
  if (peer.kind === 'block') return peer.cidr === undefined ? 'some' : blockCover(cidr, peer.cidr);
  if (peer.kind === 'host') return 'none';
  // Which addresses Pods have, the VPC says.
  return peer.kind === 'any' || mayHoldPods(cidr) ? 'some' : 'none';
}

function hostCover(host: string, peer: Peer): Cover {
  if (peer.kind === 'any') return 'some';
  return peer.kind === 'host' && (host === peer.text || covers(host, peer.text)) ? 'all' : 'none';
}

function blockCover(cidr: Cidr, asked: Cidr): Cover {
  if (!overlaps(cidr, asked)) return 'none';
  return isStrictlyInside(cidr, asked) ? 'some' : 'all';
}

/** @param selector of Pods, that a rule names; the peer is not a rendered Pod */
function selectorCover(selector: unknown, peer: Peer): Cover {
  if (peer.kind === 'any') return 'some';
  if (peer.kind === 'block') return peer.cidr === undefined || mayHoldPods(peer.cidr) ? 'some' : 'none';
  if (peer.kind !== 'pods') return 'none';
  const [space, other] = [at(selector, 'namespaceSelector'), at(peer.selector, 'namespaceSelector')];
  const pods = labelsText(at(selector, 'podSelector'));
  const isSamePods = pods === '' || pods === labelsText(at(peer.selector, 'podSelector'));
  if (isSamePods && (labelsText(space) === '' || labelsText(space) === labelsText(other))) return 'all';
  const [name, otherName] = [space, other].map((one) => textAt(one, 'matchLabels', NAMESPACE_NAME));
  return name !== undefined && otherName !== undefined && name !== otherName ? 'none' : 'some';
}

/** Blocks that a VPC gives its Pods: private ones, shared ones, and those of IPv6. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '2000::/3', 'fc00::/7'].flatMap(
  (text) => parseCidr(text) ?? [],
);

function mayHoldPods(cidr: Cidr): boolean {
  return PRIVATE.some((one) => overlaps(one, cidr));
}
