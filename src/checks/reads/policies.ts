import { parseCidr } from '../../grammar/cidr';
import { APPLICATION_NETWORK_POLICY } from '../../knowledge/aws/network-policy-kinds';
import { splitApiVersion } from '../../model/identity';
import { at, isJsonObject, listAt, textAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { matchesSelector, type ObjectIndex } from '../engine/object-index';
import { clusterRules } from './cluster-policies';
import { namespaceLabels } from './namespace-labels';

/** A call between two Pods, to one container port. */
export interface Call {
  readonly from: PodTemplate;
  readonly to: PodTemplate;
  /** Number and name of the container's port, as far as they are known. */
  readonly port: number | undefined;
  readonly portName: string | undefined;
  readonly protocol: string;
}

/**
 * The policy that cuts a call, or undefined when it goes through. ClusterNetworkPolicies of the tier Admin come first, and those
 * of the tier Baseline where no policy of the namespace selects the Pod. Between them policies add up: a Pod that any of them
 * selects for a direction admits only what some policy of that direction allows.
 * @param isHeld whether policies hold a Pod at all: on Fargate none does
 */
export function cuttingPolicy(
  call: Call,
  index: ObjectIndex,
  isHeld: (pod: PodTemplate) => boolean,
): { readonly policy: RenderedObject; readonly direction: 'ingress' | 'egress' } | undefined {
  for (const direction of ['egress', 'ingress'] as const) {
    const [pod, peer] = direction === 'egress' ? [call.from, call.to] : [call.to, call.from];
    const policy = isHeld(pod) ? cutOneWay({ pod, peer, direction, call }, index) : undefined;
    if (policy !== undefined) return { policy, direction };
  }
  return undefined;
}

function cutOneWay(asked: Asked, index: ObjectIndex): RenderedObject | undefined {
  const { pod, peer, direction, call } = asked;
  const before = decidedBy(asked, 'Admin', index);
  if (before?.action === 'Accept') return undefined;
  if (before?.action === 'Deny') return before.policy;
  const selecting = policiesOf(pod, direction, index);
  if (selecting.length === 0) {
    const after = decidedBy(asked, 'Baseline', index);
    return after?.action === 'Deny' ? after.policy : undefined;
  }
  const peers = direction === 'ingress' ? 'from' : 'to';
  const isAllowed = selecting.some((policy) =>
    rulesOf(policy, direction).some(
      (rule) => admitsPeer(listAt(rule, peers), policy, peer, index) && portAllowed(rule, call),
    ),
  );
  return isAllowed ? undefined : selecting[0];
}

interface Asked {
  readonly pod: PodTemplate;
  readonly peer: PodTemplate;
  readonly direction: 'ingress' | 'egress';
  readonly call: Call;
}

/** The first rule of a tier that surely speaks of a call; blocks of addresses are not compared with Pods, but for all of them. */
function decidedBy({ pod, peer, direction, call }: Asked, tier: 'Admin' | 'Baseline', index: ObjectIndex) {
  return clusterRules(pod, direction, tier, index).find(({ rule, policy }) => {
    const peers = (direction === 'ingress' ? rule.from : rule.to) ?? [];
    const isNamed = peers.some((one) => isAllAddresses(one) || isPeer(one, policy, peer, index));
    return isNamed && portAllowed(rule, call);
  });
}

function isAllAddresses(peer: unknown): boolean {
  return parseCidr(textAt(peer, 'ipBlock', 'cidr') ?? '')?.prefix === 0;
}

/** Policies of the Pod's namespace that select it and speak about the direction. */
export function policiesOf(
  pod: PodTemplate,
  direction: 'ingress' | 'egress',
  index: ObjectIndex,
): readonly RenderedObject[] {
  const { namespace } = pod.owner;
  const ofHosts = index.inNamespace(HOST_GROUP, APPLICATION_NETWORK_POLICY.kind, namespace);
  const own = index.inNamespace('networking.k8s.io', 'NetworkPolicy', namespace);
  return (ofHosts.length === 0 ? own : [...own, ...ofHosts]).filter(
    (policy) => matchesSelector(at(policy.value, 'spec', 'podSelector'), pod.labels) && speaksOf(policy, direction),
  );
}

const HOST_GROUP = splitApiVersion(APPLICATION_NETWORK_POLICY.apiVersion).group;

/** Without policyTypes a policy is about ingress, and about egress where it has egress rules. */
function speaksOf(policy: RenderedObject, direction: 'ingress' | 'egress'): boolean {
  const types = listAt(policy.value, 'spec', 'policyTypes');
  if (types.length > 0) return types.includes(direction === 'ingress' ? 'Ingress' : 'Egress');
  return direction === 'ingress' || listAt(policy.value, 'spec', 'egress').length > 0;
}

export function rulesOf(policy: RenderedObject, direction: 'ingress' | 'egress'): readonly unknown[] {
  return listAt(policy.value, 'spec', direction);
}

/** A rule that lists no peers is about all of them. */
function admitsPeer(peers: readonly unknown[], policy: RenderedObject, pod: PodTemplate, index: ObjectIndex): boolean {
  return peers.length === 0 || peers.some((peer) => isPeer(peer, policy, pod, index));
}

export function isPeer(peer: unknown, policy: RenderedObject, pod: PodTemplate, index: ObjectIndex): boolean {
  if (at(peer, 'ipBlock') !== undefined || at(peer, 'domainNames') !== undefined) return false;
  const namespaceSelector = at(peer, 'namespaceSelector');
  const namespace = pod.owner.namespace ?? '';
  const namespaceFits =
    namespaceSelector === undefined
      ? namespace === policy.namespace
      : matchesSelector(namespaceSelector, namespaceLabels(namespace, index));
  const podSelector = at(peer, 'podSelector');
  return namespaceFits && (podSelector === undefined || matchesSelector(podSelector, pod.labels));
}

export function portAllowed(rule: unknown, call: Pick<Call, 'port' | 'portName' | 'protocol'>): boolean {
  const ports = listAt(rule, 'ports');
  if (ports.length === 0) return true;
  return ports.some((one) => {
    if (!isJsonObject(one) || (one['protocol'] ?? 'TCP') !== call.protocol) return false;
    const { port, endPort } = one;
    if (port === undefined) return true;
    if (typeof port === 'string') return port === call.portName;
    if (call.port === undefined) return false;
    return typeof endPort === 'number' ? call.port >= Number(port) && call.port <= endPort : port === call.port;
  });
}
