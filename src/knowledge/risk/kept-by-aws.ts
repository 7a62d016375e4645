import { type FieldValues, type RiskRow, rowsOf } from './row';
import { items } from './values';

const API = 'https://docs.aws.amazon.com/eks/latest/APIReference/';
const AFTER =
  'the API server takes it, so the sync is green; AWS keeps what it has, and the object says ACK.Terminal or something that is not so.';

/**
 * Fields of ACK's kinds for EKS (controller 1.20) that no Update call of EKS takes, and no rule of the definition guards; those
 * with a rule are in `immutable-custom-fields.ts`. Read 2026-11, in the service model of EKS and the definitions of ACK.
 */
export const KEPT_BY_AWS_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    { kinds: 'eks.services.k8s.aws/FargateProfile', source: `${API}API_Operations.html` },
    {
      'in-aws-refused': {
        field: /^spec(?!\.tags\b)/,
        shown: 'spec of a FargateProfile, but for its tags',
        risk: 'later',
        why: `there is no call that changes a profile: ${AFTER}`,
      },
      'add-on-identity': {
        kinds: 'eks.services.k8s.aws/Addon',
        field: /^spec\.(?:name|clusterName|clusterRef)\b/,
        shown: 'spec.{name, clusterName, clusterRef} of an Addon',
        risk: 'later',
        why: `UpdateAddon changes versions, roles and configuration alone: ${AFTER}`,
        source: `${API}API_UpdateAddon.html`,
      },
      'entry-principal': {
        kinds: 'eks.services.k8s.aws/AccessEntry',
        field: /^spec\.(?:principalARN|type|clusterName|clusterRef)\b/,
        shown: 'spec.{principalARN, type, clusterName, clusterRef} of an AccessEntry',
        risk: 'later',
        why: `UpdateAccessEntry changes groups and the username alone: ${AFTER}`,
        source: `${API}API_UpdateAccessEntry.html`,
      },
      'association-account': {
        kinds: 'eks.services.k8s.aws/PodIdentityAssociation',
        field: /^spec\.(?:namespace|serviceAccount|clusterName|clusterRef)\b/,
        shown: 'spec.{namespace, serviceAccount, clusterName, clusterRef} of a PodIdentityAssociation',
        risk: 'later',
        why: `UpdatePodIdentityAssociation changes roles and session tags alone: ${AFTER}`,
        source: `${API}API_UpdatePodIdentityAssociation.html`,
      },
      'provider-cluster': {
        kinds: 'eks.services.k8s.aws/IdentityProviderConfig eks.services.k8s.aws/Capability',
        field: /^spec\.clusterRef\b/,
        shown: 'spec.clusterRef of an IdentityProviderConfig or Capability',
        risk: 'later',
        why: `it stays with its cluster: ${AFTER}`,
        source: `${API}API_Operations.html`,
      },
    },
  ),
  ...rowsOf(
    { kinds: 'eks.services.k8s.aws/Nodegroup', source: `${API}API_UpdateNodegroupConfig.html` },
    {
      'group-kept': {
        field: /^spec\.(?:capacityType|nodeRoleRef|subnetRefs|clusterRef)\b/,
        shown: 'spec.{capacityType, nodeRoleRef, subnetRefs, clusterRef} of a Nodegroup',
        risk: 'later',
        why: `UpdateNodegroupConfig changes sizes, labels, taints and updates alone: ${AFTER}`,
      },
      'group-template': {
        field: /^spec\.launchTemplate(?:$|\.(?:id|name)$)/,
        shown: 'spec.launchTemplate, another one, or one where there was none',
        risk: 'later',
        why: `UpdateNodegroupVersion takes the template that the group was made with, and another version of it: ${AFTER}`,
        source: `${API}API_UpdateNodegroupVersion.html`,
      },
    },
  ),
  ...rowsOf(
    { kinds: 'eks.services.k8s.aws/Cluster', source: `${API}API_UpdateClusterConfig.html` },
    {
      'cluster-kept': {
        field:
          /^spec\.(?:roleARN|roleRef|bootstrapSelfManagedAddons|outpostConfig|accessConfig\.bootstrapClusterCreatorAdminPermissions|kubernetesNetworkConfig\.(?:ipFamily|serviceIPv4CIDR))\b/,
        shown:
          'spec.{roleARN, roleRef, bootstrapSelfManagedAddons, outpostConfig, accessConfig.bootstrapClusterCreatorAdminPermissions, kubernetesNetworkConfig.{ipFamily, serviceIPv4CIDR}} of a Cluster',
        risk: 'later',
        why: `UpdateClusterConfig does not take it: ${AFTER} Only a new cluster has another value.`,
      },
      'cluster-key': {
        field: /^spec\.encryptionConfig\b/,
        shown: 'spec.encryptionConfig of a Cluster, once set',
        when: ({ was }) => hasKey(was),
        risk: 'later',
        why: `a key is associated once, and stays: ${AFTER} Only a new cluster has another key.`,
        source: `${API}API_AssociateEncryptionConfig.html`,
      },
    },
  ),
];

function hasKey(cluster: unknown): boolean {
  return items(cluster, 'spec', 'encryptionConfig').length > 0;
}

/** Why AWS keeps what it has, where it does. */
export function keptByAws(change: FieldValues): RiskRow | undefined {
  const kind = `${change.group}/${change.kind}`;
  return KEPT_BY_AWS_ROWS.find(
    ({ kinds, field, when }) =>
      kinds.split(' ').includes(kind) && field.test(change.field) && (when === undefined || when(change)),
  );
}
