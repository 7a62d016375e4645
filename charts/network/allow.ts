import type { Construct } from 'constructs';
import { KubeNetworkPolicy, type LabelSelector, type NetworkPolicyPort } from '../../imports/k8s';
import { intOrString } from '../workload/probes';

/** One end of a call: Pods of a namespace, by a workload of ours or by labels; without labels all of them. */
export interface NetworkPeer {
  readonly namespace: string;
  readonly pods?:
    | { readonly selector: Readonly<Record<string, string>>; readonly name: string }
    | Readonly<Record<string, string>>;
}

/** Container ports, by number or name. `@default` - all */
export type NetworkPorts = readonly (number | string)[];

/**
 * Lets `from` call `to` across namespaces: at `to` as ingress, at `from` as egress. Both policies are rendered by the
 * app that calls this; where the ends belong to different apps, each renders its side with `allowIngress` and `allowEgress`.
 */
export function allowFrom(
  scope: Construct,
  id: string,
  call: { readonly to: NetworkPeer; readonly from: NetworkPeer; readonly ports?: NetworkPorts },
) {
  return { ingress: allowIngress(scope, `${id}-ingress`, call), egress: allowEgress(scope, `${id}-egress`, call) };
}

/** The target's side: Pods of `to` accept calls of `from`. The policy lies in `to`'s namespace and is named `id`. */
export function allowIngress(
  scope: Construct,
  id: string,
  call: { readonly to: NetworkPeer; readonly from: NetworkPeer; readonly ports?: NetworkPorts },
): KubeNetworkPolicy {
  return new KubeNetworkPolicy(scope, id, {
    metadata: { name: id, namespace: call.to.namespace },
    spec: {
      podSelector: podSelector(call.to),
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ namespaceSelector: namespaceSelector(call.from), podSelector: podSelector(call.from) }],
          ...ports(call.ports),
        },
      ],
    },
  });
}

/** The caller's side: Pods of `from` may call `to`, a peer or CIDR blocks such as AWS endpoints. */
export function allowEgress(
  scope: Construct,
  id: string,
  call: {
    readonly from: NetworkPeer;
    readonly to: NetworkPeer | { readonly cidrs: readonly string[] };
    readonly ports?: NetworkPorts;
  },
): KubeNetworkPolicy {
  const to =
    'cidrs' in call.to
      ? call.to.cidrs.map((cidr) => ({ ipBlock: { cidr } }))
      : [{ namespaceSelector: namespaceSelector(call.to), podSelector: podSelector(call.to) }];
  return new KubeNetworkPolicy(scope, id, {
    metadata: { name: id, namespace: call.from.namespace },
    spec: { podSelector: podSelector(call.from), policyTypes: ['Egress'], egress: [{ to, ...ports(call.ports) }] },
  });
}

function namespaceSelector({ namespace }: NetworkPeer): LabelSelector {
  return { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
}

function podSelector({ pods }: NetworkPeer): LabelSelector {
  if (pods === undefined) return {};
  const labels =
    'selector' in pods && typeof pods.selector === 'object'
      ? pods.selector
      : (pods as Readonly<Record<string, string>>);
  return { matchLabels: { ...labels } };
}

function ports(list: NetworkPorts | undefined): { ports?: NetworkPolicyPort[] } {
  return list === undefined ? {} : { ports: list.map((port) => ({ port: intOrString(port) })) };
}
