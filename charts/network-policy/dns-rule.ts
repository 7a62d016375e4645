import type { NetworkPolicyEgressRule } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import { mayResolveOnNodes } from '../../src/model/node-network';
import { intOrString } from '../shared/kube-values';
import { rulePeer } from './network-peer';

/** CoreDNS by its Pods; where it may run on the nodes themselves, only the port can be named. */
export function dnsRule(environment: Environment): NetworkPolicyEgressRule {
  const onNodes = mayResolveOnNodes(environment);
  const coreDns = { namespace: 'kube-system', pods: { matchLabels: { 'k8s-app': 'kube-dns' } } };
  const ports = ['UDP', 'TCP'].map((protocol) => ({ port: intOrString(53), protocol }));
  return { ...(onNodes ? {} : { to: [rulePeer(coreDns)] }), ports };
}
