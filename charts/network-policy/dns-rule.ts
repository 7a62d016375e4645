import type { NetworkPolicyEgressRule } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import { intOrString } from '../shared/kube-values';
import { rulePeer } from './network-peer';

/**
 * CoreDNS by its Pods; on Auto Mode it runs on the nodes themselves, so that only the port can be named.
 * @see https://github.com/aws/containers-roadmap/issues/2552
 */
export function dnsRule(environment: Environment): NetworkPolicyEgressRule {
  const onNodes = environment.platform === 'eks' && environment.compute.autoMode;
  const coreDns = { namespace: 'kube-system', pods: { matchLabels: { 'k8s-app': 'kube-dns' } } };
  const ports = ['UDP', 'TCP'].map((protocol) => ({ port: intOrString(53), protocol }));
  return { ...(onNodes ? {} : { to: [rulePeer(coreDns)] }), ports };
}
