const APPLICATION = 'src/gitops/application.ts';
const PROJECT = 'src/gitops/project.ts';
const NODES = 'src/checks/reads/node-sources.ts';
const OFFERS = 'src/checks/reads/node-offers.ts';
const FARGATE = 'src/knowledge/aws/fargate.ts';
const FOREIGN = 'src/checks/reads/owned-values.ts';
const INDEX = 'src/checks/engine/object-index.ts';
const OWNERSHIP = 'src/checks/reads/ownership.ts';
const DESTINATION = 'src/gitops/destination.ts';
const ROLE = 'charts/identity/iam-role.ts';
/** Handed on whole. */
const IGNORED = 'src/gitops/application.ts ignoreDifferences';

/**
 * Who reads each setting, beside the code that checks settings themselves: a construct, a rule, or what is written for
 * Argo CD. A key that changes nothing says that something is so, and nothing holds it. A second word is what the reader
 * calls it.
 */
export const SETTING_READERS: Readonly<Record<string, string>> = {
  accountId: ROLE,
  'apps.<name>.flags': 'charts/shared/release.ts',
  'apps.<name>.images.<name>.digest': 'src/model/release.ts',
  'apps.<name>.images.<name>.repository': 'src/model/release.ts',
  'apps.<name>.images.<name>.tag': 'src/model/release.ts',
  'certificates[].arn': 'charts/alb/hosts.ts',
  'certificates[].domains': 'charts/alb/hosts.ts',
  clusterName: 'src/gitops/bootstrap.ts',
  'compute.autoMode': 'charts/storage/ebs-storage-class.ts',
  'compute.fargateProfiles[].name': 'src/checks/rules/eks/ban-fargate-pod.ts',
  'compute.fargateProfiles[].selectors[].labels': FARGATE,
  'compute.fargateProfiles[].selectors[].namespace': FARGATE,
  'compute.karpenter': NODES,
  'compute.managedNodeGroups[].capacityType': OFFERS,
  'compute.managedNodeGroups[].instanceTypes': OFFERS,
  'compute.managedNodeGroups[].labels': NODES,
  'compute.managedNodeGroups[].name': NODES,
  'compute.selfManagedNodeGroups[].instanceTypes': OFFERS,
  'compute.selfManagedNodeGroups[].labels': NODES,
  'compute.selfManagedNodeGroups[].name': 'src/load/settings/rules/compute.ts',
  domain: 'charts/alb/hosts.ts',
  extends: "src/load/settings/parents.ts 'extends'",
  'external[].group': INDEX,
  'external[].keys': INDEX,
  'external[].kind': INDEX,
  'external[].name': INDEX,
  'external[].namespace': INDEX,
  'gitops.branch': APPLICATION,
  'gitops.destination.clusterArn': DESTINATION,
  'gitops.destination.name': DESTINATION,
  'gitops.destination.server': DESTINATION,
  'gitops.flavour': DESTINATION,
  'gitops.id': 'src/model/delivery-name.ts',
  'gitops.ignoreDifferences[].group': IGNORED,
  'gitops.ignoreDifferences[].jqPathExpressions': IGNORED,
  'gitops.ignoreDifferences[].jsonPointers': IGNORED,
  'gitops.ignoreDifferences[].kind': IGNORED,
  'gitops.ignoreDifferences[].managedFieldsManagers': IGNORED,
  'gitops.ignoreDifferences[].name': IGNORED,
  'gitops.ignoreDifferences[].namespace': IGNORED,
  'gitops.namespace': APPLICATION,
  'gitops.pathPrefix': APPLICATION,
  'gitops.protect': 'src/model/irreplaceable.ts',
  'gitops.repoURL': APPLICATION,
  'gitops.syncPolicy.automated': APPLICATION,
  'gitops.syncPolicy.prune': APPLICATION,
  'gitops.syncPolicy.pruneLast': APPLICATION,
  'gitops.syncPolicy.selfHeal': APPLICATION,
  'gitops.version': APPLICATION,
  'identity.ack': 'charts/identity/resolve-identity.ts',
  'identity.authenticationMode': 'src/model/authentication-mode.ts',
  'identity.groups': 'src/checks/rules/eks/no-missing-access-entry.ts',
  'identity.iamRoles': ROLE,
  'identity.mode': 'charts/identity/resolve-identity.ts',
  'identity.oidcIssuer': 'src/run/survey/trust-entries.ts',
  ingressClassName: 'charts/alb/alb-ingress-class.ts',
  kubernetesVersion: 'charts/shared/version.ts',
  minReplicas: 'charts/workload/replicas.ts',
  'network.cidrs': 'charts/network-policy/network-peer.ts',
  'network.imageRegistries': 'src/checks/rules/eks/ban-public-image.ts',
  'network.private': 'src/checks/rules/eks/ban-public-endpoint.ts',
  'network.securityGroups': 'charts/network-policy/security-groups.ts',
  'network.subnets.private[].availabilityZone': OFFERS,
  'network.subnets.private[].id': FOREIGN,
  'network.subnets.public[].availabilityZone': OFFERS,
  'network.subnets.public[].id': FOREIGN,
  'network.vpcId': FOREIGN,
  'owners.<name>.applicationNamespaces': PROJECT,
  'owners.<name>.clusterKinds': OWNERSHIP,
  'owners.<name>.namespaces': OWNERSHIP,
  'owners.<name>.platform': OWNERSHIP,
  'owners.<name>.repositories': PROJECT,
  partition: ROLE,
  platform: 'charts/alb/alb-ingress.ts',
  policyLevel: 'charts/tenancy/app-namespace.ts',
  region: 'charts/alb/alb-listeners.ts',
  'sizes.<name>.cpu': 'charts/workload/resources.ts',
  'sizes.<name>.memory': 'charts/workload/resources.ts',
  'storage.efsFileSystems': 'charts/storage/efs-storage-class.ts',
  'storage.kmsKeys': 'charts/storage/ebs-storage-class.ts',
  'storageClasses.block': 'charts/storage/ebs-storage-class.ts',
  'storageClasses.shared': 'charts/storage/efs-storage-class.ts',
  tier: 'src/checks/rules/eks/require-certificate.ts',
  values: FOREIGN,
};
