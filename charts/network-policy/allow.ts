import type { Construct } from 'constructs';
import { KubeNetworkPolicy } from '../../imports/k8s';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import {
  type AddressPeer,
  addressPeers,
  type NetworkPorts,
  type PeerInput,
  peerOf,
  rulePeer,
  rulePorts,
} from './network-peer';

/** Who calls whom. The ports are the target's container ports. */
export interface NetworkCall {
  /** Who is called. */
  readonly to: PeerInput;
  /** Who calls. */
  readonly from: PeerInput;
  /** Container ports of the target. `@default` - all */
  readonly ports?: NetworkPorts;
}

/**
 * Lets `from` call `to` across namespaces: at `to` as ingress, at `from` as egress. Both policies are rendered by the
 * app that calls this; where the ends belong to different apps, each renders its side with `allowIngress` and
 * `allowEgress`. Policies add up, so one more never closes anything in a namespace that is closed already; in an open
 * one the first policy closes its direction for the Pods it selects.
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
): { readonly ingress: KubeNetworkPolicy; readonly egress: KubeNetworkPolicy } {
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
  const ports = rulePorts(call.ports, problems);
  problems.raise();
  return new KubeNetworkPolicy(scope, id, {
    metadata: { name: id, namespace: to.namespace },
    spec: { podSelector: to.pods, policyTypes: ['Ingress'], ingress: [{ from, ...ports }] },
  });
}

/** The caller's side: Pods of `from` may call `to`, Pods or addresses such as AWS endpoints. */
export function allowEgress(
  scope: Construct,
  id: string,
  call: { readonly from: PeerInput; readonly to: PeerInput | AddressPeer; readonly ports?: NetworkPorts },
): KubeNetworkPolicy {
  const problems = problemsOf(scope, id, 'allowEgress', call);
  const from = peerOf(call.from, problems);
  const to = 'cidrs' in call.to ? addressPeers(call.to, problems) : [rulePeer(peerOf(call.to, problems))];
  const ports = rulePorts(call.ports, problems);
  problems.raise();
  return new KubeNetworkPolicy(scope, id, {
    metadata: { name: id, namespace: from.namespace },
    spec: { podSelector: from.pods, policyTypes: ['Egress'], egress: [{ to, ...ports }] },
  });
}

/** A policy is checked before it is made, and told of as if it were. */
function problemsOf(scope: Construct, id: string, called: 'allowIngress' | 'allowEgress', call: object): Problems {
  const path = `${scope.node.path}/${id}`;
  return problemsWith({ node: { path, tryGetContext: (key) => scope.node.tryGetContext(key) } }, called, call);
}
