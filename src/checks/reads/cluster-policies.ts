import { CLUSTER_NETWORK_POLICY } from '../../knowledge/aws/network-policy-kinds';
import { splitApiVersion } from '../../model/identity';
import { at, isJsonObject, type JsonValue, listAt, numberAt, textAt } from '../../model/json';
import { byCodeUnit } from '../../model/order';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { matchesSelector, type ObjectIndex } from '../engine/object-index';
import { namespaceLabels } from './namespace-labels';

/** One rule of a ClusterNetworkPolicy, with its peers and ports as a NetworkPolicy spells them. */
export interface ClusterPolicyRule {
  readonly policy: RenderedObject;
  readonly action: string;
  readonly rule: {
    readonly from?: readonly JsonValue[];
    readonly to?: readonly JsonValue[];
    readonly ports: readonly JsonValue[];
  };
}

const GROUP = splitApiVersion(CLUSTER_NETWORK_POLICY.apiVersion).group;

/**
 * The rules of a tier for one Pod, in the order in which they are asked: the lowest priority first. Which of two policies with
 * one priority comes first, only the cluster knows; here their names decide.
 */
export function clusterRules(
  pod: PodTemplate,
  direction: 'ingress' | 'egress',
  tier: 'Admin' | 'Baseline',
  index: ObjectIndex,
): readonly ClusterPolicyRule[] {
  return index
    .ofKind(GROUP, CLUSTER_NETWORK_POLICY.kind)
    .filter(
      ({ value }) => textAt(value, 'spec', 'tier') === tier && isSubject(at(value, 'spec', 'subject'), pod, index),
    )
    .sort((a, b) => priorityOf(a) - priorityOf(b) || byCodeUnit(a.name, b.name))
    .flatMap((policy) =>
      listAt(policy.value, 'spec', direction).map((rule) => ({
        policy,
        action: textAt(rule, 'action') ?? '',
        rule: asNetworkPolicy(rule, direction),
      })),
    );
}

function priorityOf({ value }: RenderedObject): number {
  return numberAt(value, 'spec', 'priority') ?? Number.POSITIVE_INFINITY;
}

function isSubject(subject: unknown, pod: PodTemplate, index: ObjectIndex): boolean {
  const namespaces = at(subject, 'namespaces') ?? at(subject, 'pods', 'namespaceSelector');
  return (
    matchesSelector(namespaces, namespaceLabels(pod.owner.namespace ?? '', index)) &&
    matchesSelector(at(subject, 'pods', 'podSelector'), pod.labels)
  );
}

function asNetworkPolicy(rule: unknown, direction: 'ingress' | 'egress'): ClusterPolicyRule['rule'] {
  const field = direction === 'ingress' ? 'from' : 'to';
  const peers = listAt(rule, field).flatMap((peer): readonly JsonValue[] => {
    const networks = listAt(peer, 'networks');
    if (networks.length > 0) return networks.map((cidr) => ({ ipBlock: { cidr } }));
    const namespaces = at(peer, 'namespaces');
    return [namespaces === undefined ? (at(peer, 'pods') ?? peer) : { namespaceSelector: namespaces }];
  });
  return { [field]: peers, ports: listAt(rule, 'ports').flatMap(portOf) };
}

function portOf(port: JsonValue): readonly JsonValue[] {
  const [number, range, name] = [at(port, 'portNumber'), at(port, 'portRange'), at(port, 'namedPort')];
  if (isJsonObject(number)) return [number];
  if (!isJsonObject(range)) return name === undefined ? [] : [{ port: name }];
  const { start, end, protocol = 'TCP' } = range;
  return [{ port: start, endPort: end, protocol }];
}
