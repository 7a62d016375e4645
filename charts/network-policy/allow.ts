import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { KubeNetworkPolicy, type NetworkPolicyEgressRule, toJson_NetworkPolicyPort } from '../../imports/k8s';
import { APPLICATION_NETWORK_POLICY } from '../../src/knowledge/aws/network-policy-kinds';
import { environmentOf } from '../../src/model/environment-context';
import { knowsHosts } from '../../src/model/node-network';
import { customObject } from '../shared/custom-object';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { dnsRule } from './dns-rule';
import { type HostPeer, type HostRule, judgeHosts } from './host-peer';
import {
  type AddressPeer,
  addressPeers,
  type NetworkPorts,
  type Peer,
  type PeerInput,
  peerOf,
  rulePeer,
  rulePorts,
} from './network-peer';
import { targetPorts } from './target-ports';

/** Who calls whom. The ports are the target's container ports. */
export interface NetworkCall {
  /** Who is called. */
  readonly to: PeerInput;
  /** Who calls. */
  readonly from: PeerInput;
  /** Container ports of the target, which has to have them. `@default` - those that its containers declare; all, where Pods are given by labels */
  readonly ports?: NetworkPorts;
}

/** What somebody may call: Pods, or what lies outside the cluster. */
export type EgressPeer = PeerInput | AddressPeer | HostPeer;

/** The caller's side. */
export interface EgressCall {
  /** Who calls. */
  readonly from: PeerInput;
  /** Pods, addresses such as AWS endpoints, or hosts by their names. */
  readonly to: EgressPeer;
  /** Container ports of the target, or ports of the hosts. `@default` - those that its containers declare; all, where they are not known */
  readonly ports?: NetworkPorts;
  /** Whether the same Pods may ask the cluster's DNS, without which they find nobody. `@default` true */
  readonly dns?: boolean;
}

/**
 * Lets `from` call `to` across namespaces: at `to` as ingress, at `from` as egress, with DNS. Both policies are rendered by
 * the app that calls this; where the ends belong to different apps, each renders its side with `allowIngress` and
 * `allowEgress`. Policies add up, so one more never closes anything in a namespace that is closed already. In an open
 * one the first policy closes its direction for the Pods it selects: the caller then reaches nothing else but DNS, and the
 * target is called by nobody else.
 * @throws ToolError with everything that is wrong with the call
 * @example
 * import { allowFrom, type WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const open = (chart: Chart, ui: WebService) =>
 *   allowFrom(chart, 'ui-to-carts', { from: ui, to: { namespace: 'carts' }, ports: [8080] });
 */
export function allowFrom(
  scope: Construct,
  id: string,
  call: NetworkCall,
): { readonly ingress: KubeNetworkPolicy; readonly egress: ApiObject } {
  return { ingress: allowIngress(scope, `${id}-ingress`, call), egress: allowEgress(scope, `${id}-egress`, call) };
}

/** The target's side: Pods of `to` accept calls of `from`. The policy lies in `to`'s namespace and is named `id`. */
export function allowIngress(
  scope: Construct,
  id: string,
  call: { readonly to: PeerInput; readonly from: PeerInput | AddressPeer; readonly ports?: NetworkPorts },
): KubeNetworkPolicy {
  const problems = problemsOf(scope, id, 'allowIngress', call);
  const to = peerOf(call.to, problems);
  const from = 'cidrs' in call.from ? addressPeers(call.from, problems) : [rulePeer(peerOf(call.from, problems))];
  const ports = targetPorts(call.to, call.ports, problems);
  problems.raise();
  return new KubeNetworkPolicy(scope, id, {
    metadata: { name: id, namespace: to.namespace },
    spec: { podSelector: to.pods, policyTypes: ['Ingress'], ingress: [{ from, ...ports }] },
  });
}

/**
 * The caller's side: Pods of `from` may call `to`, and ask the cluster's DNS. Hosts are let out by name where the
 * environment's nodes know names (an ApplicationNetworkPolicy, on EKS Auto Mode), by their blocks elsewhere.
 */
export function allowEgress(scope: Construct, id: string, call: EgressCall): ApiObject {
  const problems = problemsOf(scope, id, 'allowEgress', call);
  const environment = environmentOf(scope);
  const from = peerOf(call.from, problems);
  const dns = call.dns === false ? [] : [dnsRule(environment)];
  if ('hosts' in call.to) {
    judgeHosts(call.to, environment, problems);
    if (knowsHosts(environment)) {
      const opened = { ...rulePorts(call.ports, problems) };
      problems.raise();
      return hostPolicy(scope, id, from, [{ to: [{ domainNames: [...call.to.hosts] }], ...opened }, ...dns]);
    }
  }
  const rule = egressRule(call, problems);
  problems.raise();
  return new KubeNetworkPolicy(scope, id, {
    metadata: { name: id, namespace: from.namespace },
    spec: { podSelector: from.pods, policyTypes: ['Egress'], egress: [rule, ...dns] },
  });
}

function egressRule({ to, ports }: EgressCall, problems: Problems): NetworkPolicyEgressRule {
  if ('hosts' in to) {
    const { cidrs = [], except } = to;
    // Without blocks there is a problem already.
    const peers = cidrs.length === 0 ? [] : addressPeers({ cidrs, ...(except && { except }) }, problems);
    return { to: peers, ...rulePorts(ports, problems) };
  }
  if ('cidrs' in to) return { to: addressPeers(to, problems), ...rulePorts(ports, problems) };
  return { to: [rulePeer(peerOf(to, problems))], ...targetPorts(to, ports, problems) };
}

/** @param rules whose peers and ports are written as a NetworkPolicy has them */
function hostPolicy(scope: Construct, id: string, { namespace, pods }: Peer, rules: readonly HostRule[]): ApiObject {
  const egress = rules.map(({ to, ports }) => ({
    ...(to && { to }),
    ...(ports && { ports: ports.map(toJson_NetworkPolicyPort) }),
  }));
  const spec = { podSelector: pods, policyTypes: ['Egress'], egress };
  const policy = customObject(scope, id, APPLICATION_NETWORK_POLICY, { name: id }, spec);
  policy.metadata.add('namespace', namespace);
  return policy;
}

/** A policy is checked before it is made, and told of as if it were. */
function problemsOf(scope: Construct, id: string, called: 'allowIngress' | 'allowEgress', call: object): Problems {
  const path = `${scope.node.path}/${id}`;
  return problemsWith({ node: { path, tryGetContext: (key) => scope.node.tryGetContext(key) } }, called, call);
}
