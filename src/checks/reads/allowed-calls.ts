import type { AllowedCall } from '../../model/allowed-call';
import type { Environment } from '../../model/environment';
import { at, isJsonObject, listAt, mapAt, textAt } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import { containersOf, type PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { indexObjects, type ObjectIndex } from '../engine/object-index';
import { isOnFargate } from './pod-groups';
import { cuttingPolicy, isPeer, policiesOf, rulesOf } from './policies';

type Direction = 'ingress' | 'egress';

/** What one environment's policies are asked about. */
interface Policies {
  readonly index: ObjectIndex;
  readonly isHeld: (pod: PodTemplate) => boolean;
}

const ALL_PORTS = 'all';

/**
 * Which calls the NetworkPolicies of an environment let through: into each workload, and out of it to what is not rendered.
 * Calls between rendered Pods stand once, at the one who is called, and only where both sides let them.
 * @param objects all that is rendered for it
 */
export function allowedCalls(environment: Environment, objects: readonly RenderedObject[]): readonly AllowedCall[] {
  const index = indexObjects(objects, [], []);
  const isHeld = (pod: PodTemplate) => environment.platform !== 'eks' || !isOnFargate(pod, environment);
  const policies = { index, isHeld };
  const rows = index.templates.flatMap((pod) => [...into(pod, policies), ...outOf(pod, policies)]);
  return merged(rows);
}

function into(pod: PodTemplate, policies: Policies): readonly AllowedCall[] {
  const to = podText(pod);
  const selecting = policies.isHeld(pod) ? policiesOf(pod, 'ingress', policies.index) : [];
  if (selecting.length === 0) return [{ from: 'anybody', to, ports: declaredPorts(pod), policies: [] }];
  return rulesIn(selecting, 'ingress').flatMap(({ policy, rule }) => {
    const opened = { to, ports: portsOf(rule), policies: [policyText(policy)] };
    return peersIn(rule, 'from', policy, policies.index).flatMap((peer): readonly AllowedCall[] => {
      if (typeof peer === 'string') return [{ from: peer, ...opened }];
      return peer === pod || isCut(peer, pod, rule, policies) ? [] : [{ from: podText(peer), ...opened }];
    });
  });
}

/** Only to what is not rendered: rendered Pods say themselves who calls them. */
function outOf(pod: PodTemplate, policies: Policies): readonly AllowedCall[] {
  const from = podText(pod);
  const selecting = policies.isHeld(pod) ? policiesOf(pod, 'egress', policies.index) : [];
  if (selecting.length === 0) return [{ from, to: 'anywhere', ports: [ALL_PORTS], policies: [] }];
  return rulesIn(selecting, 'egress').flatMap(({ policy, rule }) =>
    peersIn(rule, 'to', policy, policies.index).flatMap((peer) =>
      typeof peer === 'string' ? [{ from, to: peer, ports: portsOf(rule), policies: [policyText(policy)] }] : [],
    ),
  );
}

function rulesIn(selecting: readonly RenderedObject[], direction: Direction) {
  return selecting.flatMap((policy) => rulesOf(policy, direction).map((rule) => ({ policy, rule })));
}

/** Whether the caller's own policies keep each of the ports in that the target's rule opens. */
function isCut(from: PodTemplate, to: PodTemplate, rule: unknown, { index, isHeld }: Policies): boolean {
  const ports = listAt(rule, 'ports').filter(isJsonObject);
  const opened = ports.length === 0 ? declared(to) : ports.map((one) => asDeclared(one, to));
  if (opened.length === 0) return false;
  return opened.every((port) => cuttingPolicy({ from, to, ...port }, index, isHeld) !== undefined);
}

/** Number and name of a port that a rule names by one of them. */
function asDeclared(
  { port, protocol = 'TCP' }: { readonly port?: unknown; readonly protocol?: unknown },
  pod: PodTemplate,
) {
  const found = declared(pod).find((one) => one.port === port || one.portName === port);
  return (
    found ?? {
      port: typeof port === 'number' ? port : undefined,
      portName: typeof port === 'string' ? port : undefined,
      protocol: String(protocol),
    }
  );
}

/** Rendered Pods that a rule names, and in words whatever else it does. */
function peersIn(
  rule: unknown,
  field: 'from' | 'to',
  policy: RenderedObject,
  index: ObjectIndex,
): readonly (PodTemplate | string)[] {
  const peers = listAt(rule, field);
  if (peers.length === 0) return [field === 'from' ? 'anybody' : 'anywhere'];
  return peers.flatMap((peer): readonly (PodTemplate | string)[] => {
    const outside = outsideText(peer);
    if (outside !== undefined) return outside;
    const pods = index.templates.filter((pod) => isPeer(peer, policy, pod, index));
    return pods.length === 0 ? [selectedText(peer, policy)] : pods;
  });
}

/** Blocks and hosts; undefined for Pods. */
function outsideText(peer: unknown): readonly string[] | undefined {
  const cidr = textAt(peer, 'ipBlock', 'cidr');
  if (cidr !== undefined) {
    const except = listAt(peer, 'ipBlock', 'except');
    return [except.length === 0 ? cidr : `${cidr} without ${except.join(', ')}`];
  }
  const hosts = listAt(peer, 'domainNames');
  return hosts.length === 0 ? undefined : hosts.map(String);
}

/** Pods that are not rendered here, by what selects them. */
function selectedText(peer: unknown, policy: RenderedObject): string {
  const pods = labelsText(at(peer, 'podSelector'));
  const spaces = at(peer, 'namespaceSelector');
  const name = textAt(spaces, 'matchLabels', 'kubernetes.io/metadata.name');
  const place =
    spaces === undefined ? `namespace ${policy.namespace ?? ''}` : `namespace ${name ?? labelsText(spaces)}`;
  return `Pods${pods === '' ? '' : ` ${pods}`} of ${name === undefined && spaces !== undefined && labelsText(spaces) === '' ? 'all namespaces' : place}`;
}

function labelsText(selector: unknown): string {
  const labels = Object.entries(mapAt(selector, 'matchLabels')).map(([key, value]) => `${key}=${String(value)}`);
  const others = listAt(selector, 'matchExpressions').map((one) => `${textAt(one, 'key')} ${textAt(one, 'operator')}`);
  return [...labels, ...others].join(',');
}

function portsOf(rule: unknown): readonly string[] {
  const ports = listAt(rule, 'ports').filter(isJsonObject);
  if (ports.length === 0) return [ALL_PORTS];
  return ports.map(({ port, endPort, protocol = 'TCP' }) => {
    const number = port === undefined ? ALL_PORTS : String(port);
    const range = endPort === undefined ? number : `${number}-${String(endPort)}`;
    return protocol === 'TCP' ? range : `${range}/${String(protocol)}`;
  });
}

function declared(pod: PodTemplate) {
  return containersOf(pod).flatMap(({ container }) =>
    listAt(container, 'ports')
      .filter(isJsonObject)
      .map(({ containerPort, name, protocol = 'TCP' }) => ({
        port: typeof containerPort === 'number' ? containerPort : undefined,
        portName: typeof name === 'string' ? name : undefined,
        protocol: String(protocol),
      })),
  );
}

function declaredPorts(pod: PodTemplate): readonly string[] {
  const ports = declared(pod).map(({ port, protocol }) => (protocol === 'TCP' ? `${port}` : `${port}/${protocol}`));
  return ports.length === 0 ? [ALL_PORTS] : ports;
}

function podText({ owner }: PodTemplate): string {
  return `${owner.kind} ${owner.namespace ?? ''}/${owner.name}`;
}

function policyText({ namespace, name }: RenderedObject): string {
  return `${namespace ?? ''}/${name}`;
}

/** One row for each pair, with all its ports and policies, in the order of their texts. */
function merged(rows: readonly AllowedCall[]): readonly AllowedCall[] {
  const pairs = new Map<string, { from: string; to: string; ports: Set<string>; policies: Set<string> }>();
  for (const { from, to, ports, policies } of rows) {
    const key = `${from}\n${to}`;
    const known = pairs.get(key) ?? { from, to, ports: new Set<string>(), policies: new Set<string>() };
    for (const port of ports) known.ports.add(port);
    for (const policy of policies) known.policies.add(policy);
    pairs.set(key, known);
  }
  return [...pairs]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { from, to, ports, policies }]) => ({
      from,
      to,
      ports: ports.has(ALL_PORTS) ? [ALL_PORTS] : [...ports].sort(byCodeUnit),
      policies: [...policies].sort(byCodeUnit),
    }));
}
