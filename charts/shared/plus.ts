import type { INetworkPolicyPeer, IPodSelector, ISubject, Service } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import type { Labels } from './labels';

/**
 * How cdk8s-plus sees one of our workloads. Its classes have private members, so nothing else can be of their types;
 * what its constructs read of them is here.
 */
export function asPlusService(name: string, ports: readonly number[]): Service {
  const view = { name, ports: ports.map((port) => ({ port })), port: ports[0] };
  return view as unknown as Service;
}

/** For `RoleBinding.addSubjects`. */
export function asPlusSubject(construct: Construct, name: string, namespace: string | undefined): ISubject {
  const configuration = { kind: 'ServiceAccount', name, ...defined({ namespace }) };
  return { node: construct.node, toSubjectConfiguration: () => configuration } as unknown as ISubject;
}

/** For the selector and the rules of a `NetworkPolicy`, and for `Service.select`. */
export function asPlusPods(construct: Construct, labels: Labels): IPodSelector & INetworkPolicyPeer {
  const labelSelector = {
    isEmpty: () => Object.keys(labels).length === 0,
    _toKube: () => ({ matchLabels: { ...labels } }),
  };
  const config = { labelSelector };
  const view = {
    node: construct.node,
    toPodSelectorConfig: () => config,
    toPodSelector: () => view,
    toNetworkPolicyPeerConfig: () => ({ podSelector: config }),
  };
  return view as unknown as IPodSelector & INetworkPolicyPeer;
}
