/**
 * Fields of custom kinds that nobody can change once they are set, by `group/Kind`: by a transition rule of the definition,
 * or by the controller's webhook.
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules
 */
const IMMUTABLE_CUSTOM_FIELDS: Readonly<Record<string, RegExp>> = {
  'argoproj.io/Rollout': /^spec\.selector\b/,
  'eks.services.k8s.aws/Capability': /^spec\.(name|clusterName|type)$/,
  'eks.services.k8s.aws/Cluster': /^spec\.name$/,
  'eks.services.k8s.aws/IdentityProviderConfig': /^spec\.(clusterName|oidc|tags)\b/,
  'eks.services.k8s.aws/Nodegroup':
    /^spec\.(name|clusterName|amiType|diskSize|instanceTypes|nodeRole|remoteAccess|subnets)\b/,
  'elbv2.k8s.aws/TargetGroupBinding': /^spec\.(targetGroupARN|targetType|ipAddressType|vpcID)$/,
  'gateway.networking.k8s.io/GatewayClass': /^spec\.controllerName$/,
  // Kueue changes the Pods of one that is suspended.
  'jobset.x-k8s.io/JobSet': /^spec\.(replicatedJobs|network|successPolicy|failurePolicy|managedBy)\b/,
  'karpenter.sh/NodePool': /^spec\.template\.spec\.nodeClassRef\.(group|kind)$/,
  'snapshot.storage.k8s.io/VolumeSnapshot': /^spec\.source\b/,
  'snapshot.storage.k8s.io/VolumeSnapshotContent': /^spec\.(source|sourceVolumeMode)\b/,
};

export function isImmutableCustomField(
  { group, kind }: { readonly group: string; readonly kind: string },
  field: string,
) {
  return IMMUTABLE_CUSTOM_FIELDS[`${group}/${kind}`]?.test(field) ?? false;
}
