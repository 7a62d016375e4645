import type { Environment } from '../../../model/environment';
import { describeIdentity } from '../../../model/identity';
import { at, isJsonObject, listAt } from '../../../model/json';
import { matchesLabels } from '../../../model/label-match';
import { resolvesOnNodesAlone } from '../../../model/node-network';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { isOnFargate } from '../../reads/pod-groups';
import { policiesOf, portAllowed, rulesOf } from '../../reads/policies';

const DNS_PORT = { port: 53, portName: 'dns', protocol: 'UDP' };

export const noMissingDnsPath: ObjectRule = {
  id: 'k8s/no-missing-dns-path',
  severity: 'error',
  summary: 'Pods that a network policy lets out reach the cluster’s DNS.',
  why: 'A policy that speaks of egress closes everything else, DNS too. Pods then find no Service by its name, and each call fails after the time that the resolver waits, as if the target were down.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
  ],
  kinds: ['networking.k8s.io/NetworkPolicy', 'networking.k8s.aws/ApplicationNetworkPolicy'],
  check(object, { index, environment }, tell) {
    // Pods that are let out nowhere ask for no names.
    if (rulesOf(object, 'egress').length === 0) return;
    const pods = index.templatesIn(object.namespace ?? '').filter((pod) => isHeldBy(object, pod, index, environment));
    const closed = pods.find((pod) => !reachesDns(pod, index, environment));
    if (closed === undefined) return;
    tell({
      path: ['spec', 'egress'],
      what: `it lets ${describeIdentity(closed.owner)} out, and neither it nor another policy opens port 53 to the cluster's DNS: no name is resolved, and every call to one fails.`,
      fix: `add an egress rule with ports 53 UDP and TCP ${whereDnsIs(environment)}, or say the call with allowEgress(), which does.`,
    });
  },
};

function isHeldBy(policy: RenderedObject, pod: PodTemplate, index: ObjectIndex, environment: Environment): boolean {
  if (at(pod.spec, 'hostNetwork') === true) return false;
  if (environment.platform === 'eks' && isOnFargate(pod, environment)) return false;
  return policiesOf(pod, 'egress', index).includes(policy);
}

function reachesDns(pod: PodTemplate, index: ObjectIndex, environment: Environment): boolean {
  return policiesOf(pod, 'egress', index).some((policy) =>
    rulesOf(policy, 'egress').some((rule) => portAllowed(rule, DNS_PORT) && leadsToDns(rule, policy, environment)),
  );
}

/** Blocks may be those of a cache on the nodes, or of CoreDNS on the nodes of Auto Mode; which they are is not known here. */
function leadsToDns(rule: unknown, policy: RenderedObject, environment: Environment): boolean {
  const peers = listAt(rule, 'to').filter(isJsonObject);
  if (peers.length === 0) return true;
  return peers.some(
    (peer) => peer['ipBlock'] !== undefined || (!resolvesOnNodesAlone(environment) && isCoreDns(peer, policy)),
  );
}

function isCoreDns(peer: unknown, policy: RenderedObject): boolean {
  const namespaces = at(peer, 'namespaceSelector');
  const isThere =
    namespaces === undefined
      ? policy.namespace === 'kube-system' && at(peer, 'podSelector') !== undefined
      : matchesLabels(namespaces, { 'kubernetes.io/metadata.name': 'kube-system' });
  const pods = at(peer, 'podSelector');
  return isThere && (pods === undefined || matchesLabels(pods, { 'k8s-app': 'kube-dns' }));
}

function whereDnsIs(environment: Environment): string {
  return resolvesOnNodesAlone(environment)
    ? 'and without `to`, since DNS runs on the nodes of Auto Mode'
    : 'to the Pods k8s-app=kube-dns of namespace kube-system';
}
