import { type RiskRow, rowsOf } from './row';
import { becomes, shrinks } from './values';

const DISRUPTION = 'https://karpenter.sh/docs/concepts/disruption/';
const DRIFT = 'https://github.com/aws/karpenter-provider-aws/blob/v1.14.1/pkg/apis/v1/ec2nodeclass.go';

/** Nodes of Karpenter and of managed node groups. */
export const NODE_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    { kinds: 'karpenter.sh/NodePool', source: DISRUPTION },
    {
      'pool-template': {
        field: /^spec\.template\.(?:metadata|spec\.(?:taints|startupTaints|expireAfter|terminationGracePeriod))\b/,
        shown: 'spec.template: labels, annotations, taints, startupTaints, expireAfter, terminationGracePeriod',
        risk: 'capacity',
        why: 'the hash of the template differs: all nodes of the pool are drifted and replaced, as fast as its budgets let it.',
      },
      'pool-class': {
        field: /^spec\.template\.spec\.nodeClassRef\.name$/,
        shown: 'spec.template.spec.nodeClassRef.name',
        risk: 'capacity',
        why: 'all nodes of the pool are drifted and replaced by nodes of the other class.',
      },
      'pool-requirements': {
        field: /^spec\.template\.spec\.requirements\b/,
        shown: 'spec.template.spec.requirements',
        risk: 'capacity',
        why: 'nodes that do not fit the requirements any more are replaced; wider ones replace nothing.',
      },
      'pool-limits': {
        field: /^spec\.limits\b/,
        shown: 'spec.limits, lower',
        when: shrinks,
        risk: 'capacity',
        why: 'no node is added beyond the limit: Pods stay Pending; nodes that exist stay.',
      },
      'pool-limits-higher': {
        field: /^spec\.limits\b/,
        shown: 'spec.limits, higher or gone',
        when: (change) => !shrinks(change),
        risk: 'cost',
        why: 'the pool may make more nodes than before.',
      },
      'pool-disruption': {
        field: /^spec\.(?:disruption|weight)\b/,
        shown: 'spec.{disruption, weight}',
        risk: 'capacity',
        why: 'no node is replaced by it; from now on nodes are consolidated and chosen otherwise.',
      },
      'pool-replicas': {
        field: /^spec\.replicas$/,
        shown: 'spec.replicas of a NodePool',
        risk: 'capacity',
        why: 'nodes are added or taken away until the number is reached.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'karpenter.k8s.aws/EC2NodeClass', source: DRIFT },
    {
      'class-hash': {
        field:
          /^spec\.(?:userData|role|instanceProfile|tags|blockDeviceMappings|metadataOptions|detailedMonitoring|instanceStorePolicy|associatePublicIPAddress|networkInterfaces|placementGroupSelector|kubelet|amiFamily)\b/,
        shown: 'spec.{userData, role, tags, blockDeviceMappings, metadataOptions, kubelet, …}',
        risk: 'capacity',
        why: 'the hash of the class differs: all nodes of all its pools are replaced, even for one tag.',
      },
      'class-selectors': {
        field:
          /^spec\.(?:subnetSelectorTerms|securityGroupSelectorTerms|amiSelectorTerms|capacityReservationSelectorTerms)\b/,
        shown: 'spec.{subnet, securityGroup, ami, capacityReservation}SelectorTerms',
        risk: 'capacity',
        why: 'nodes that the terms do not select any more are replaced.',
      },
      'metadata-hops': {
        field: /^spec\.metadataOptions\.httpPutResponseHopLimit$/,
        shown: 'spec.metadataOptions.httpPutResponseHopLimit → 2 or more',
        when: ({ before, after }) => Number(after) > 1 && !(Number(before) > 1),
        risk: 'widened',
        why: 'Pods reach the metadata of their node, and with it the role of the node.',
        source: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
      },
      'metadata-tokens': {
        field: /^spec\.metadataOptions\.httpTokens$/,
        shown: 'spec.metadataOptions.httpTokens → optional',
        when: becomes('optional'),
        risk: 'widened',
        why: 'the metadata of the node answer without a token, which a forged request can use.',
        source: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
      },
    },
  ),
  ...rowsOf(
    {
      kinds: 'eks.services.k8s.aws/Nodegroup',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html',
    },
    {
      'group-version': {
        field: /^spec\.(?:version|releaseVersion|launchTemplate\.version)$/,
        shown: 'spec.{version, releaseVersion, launchTemplate.version} of a Nodegroup',
        risk: 'capacity',
        why: 'all nodes of the group are replaced, a few at a time, as its update configuration says.',
      },
      'group-scaling': {
        field: /^spec\.scalingConfig\b/,
        shown: 'spec.scalingConfig of a Nodegroup',
        risk: 'capacity',
        why: 'nodes are added, or drained and taken away.',
      },
      'add-on-version': {
        kinds: 'eks.services.k8s.aws/Addon',
        field: /^spec\.(?:addonVersion|configurationValues)\b/,
        shown: 'spec.{addonVersion, configurationValues} of an Addon',
        risk: 'restart',
        why: 'AWS rolls the Pods of the add-on, on each node.',
        source: 'https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html',
      },
      'cluster-version': {
        kinds: 'eks.services.k8s.aws/Cluster',
        field: /^spec\.version$/,
        shown: 'spec.version of a Cluster',
        risk: 'capacity',
        why: 'the control plane is upgraded, and its nodes keep their version until they are replaced.',
        source: 'https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html',
      },
      'endpoint-public': {
        kinds: 'eks.services.k8s.aws/Cluster',
        field: /^spec\.resourcesVPCConfig\.endpointPublicAccess$/,
        shown: 'spec.resourcesVPCConfig.endpointPublicAccess → true',
        when: becomes(true),
        risk: 'widened',
        why: 'the API server answers on the internet.',
        source: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
      },
    },
  ),
];
