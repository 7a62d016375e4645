import type { JsonObject } from '../../../../../src/model/json';
import { type RiskPair, spec } from './pair';

const kept = (row: string, kind: string, was: JsonObject, now: JsonObject) =>
  spec(row, 'later', `eks.services.k8s.aws/${kind}`, was, now);

export const KEPT_BY_AWS_PAIRS: readonly RiskPair[] = [
  kept('in-aws-refused', 'FargateProfile', { subnets: ['a'] }, { subnets: ['b'] }),
  kept('add-on-identity', 'Addon', { name: 'vpc-cni' }, { name: 'coredns' }),
  kept('entry-principal', 'AccessEntry', { type: 'STANDARD' }, { type: 'EC2_LINUX' }),
  kept('association-account', 'PodIdentityAssociation', { serviceAccount: 'a' }, { serviceAccount: 'b' }),
  kept(
    'provider-cluster',
    'Capability',
    { clusterRef: { from: { name: 'a' } } },
    { clusterRef: { from: { name: 'b' } } },
  ),
  kept('group-kept', 'Nodegroup', { capacityType: 'ON_DEMAND' }, { capacityType: 'SPOT' }),
  kept('group-template', 'Nodegroup', { launchTemplate: { id: 'lt-1' } }, { launchTemplate: { id: 'lt-2' } }),
  kept(
    'cluster-kept',
    'Cluster',
    { kubernetesNetworkConfig: { ipFamily: 'ipv4' } },
    { kubernetesNetworkConfig: { ipFamily: 'ipv6' } },
  ),
  kept(
    'cluster-key',
    'Cluster',
    { encryptionConfig: [{ provider: { keyARN: 'a' } }] },
    { encryptionConfig: [{ provider: { keyARN: 'b' } }] },
  ),
];
