/// <reference path="./text-files.d.ts" preserve="true" />

export type { IngressClassParamsSpec } from '../imports/elbv2.k8s.aws';
export * as elbv2 from '../imports/elbv2.k8s.aws';
export * as externalSecrets from '../imports/external-secrets.io';
export { ExternalSecretSpecSecretStoreRefKind } from '../imports/external-secrets.io';
export * as k8s from '../imports/k8s';
export type { AccessEntryType, AccessPolicyName } from '../src/knowledge/aws/access-entries';
export type { AlbGroup, AlbHealthCheck, AlbSettings } from '../src/knowledge/aws/alb-settings';
export type { EbsVolumeType } from '../src/knowledge/aws/ebs-volumes';
export type { FsxDeploymentType } from '../src/knowledge/aws/fsx-lustre';
export type { InstrumentedLanguage } from '../src/knowledge/aws/instrumentation';
export type { AlbListenPort } from '../src/knowledge/aws/load-balancer-values';
export type { AccessMode, ServedModes, StorageKind, VolumeMode } from '../src/knowledge/aws/storage-drivers';
export type { NodeClassKind } from '../src/knowledge/karpenter/kinds';
export type { NodeRequirements, Wanted, WantedNumber } from '../src/knowledge/karpenter/requirements';
export type {
  CloudWatchTrigger,
  CronTrigger,
  DynamoDbStreamsTrigger,
  KafkaTrigger,
  KinesisTrigger,
  PrometheusTrigger,
  SqsTrigger,
  TextOrVariable,
} from '../src/knowledge/keda/trigger-props';
export type { AppDefinition, AppGitOps, NotAPromise } from '../src/model/app';
export type {
  AuthenticationMode,
  Certificate,
  Compute as EksCompute,
  ContainerSize,
  EksEnvironment,
  EnvironmentBase,
  ExternalObject,
  FargateProfile,
  FargateSelector,
  Identity as EksIdentity,
  KubernetesEnvironment,
  ManagedNodeGroup,
  Network as EksNetwork,
  NodeGroup,
  Partition,
  PolicyLevel,
  Storage as EksStorage,
  Subnet,
} from '../src/model/environment';
export type { HasMetadata, HasNode, TakesEnvironment } from '../src/model/environment-context';
export type { ClusterFacts, Facts, FargateProfileFacts, NodeGroupFacts } from '../src/model/facts';
export type { Destination, GitOps, SyncPolicy } from '../src/model/gitops';
export type { IgnoredFields } from '../src/model/ignored-fields';
export type { Owner } from '../src/model/owner';
export type { AppRelease, Release, ReleasedImage } from '../src/model/release';
export type { AlbAction, AlbFixedResponse, AlbRedirect, AlbTarget } from './alb/alb-actions';
export { AlbIngress, type AlbIngressProps } from './alb/alb-ingress';
export { AlbIngressClass, type AlbIngressClassProps } from './alb/alb-ingress-class';
export type { AlbPath, AlbRoutes, AlbRule } from './alb/alb-routes';
export type {
  BackendInput,
  PlusServiceBackend,
  ServiceBackend,
  ServiceObjectBackend,
  WebBackend,
} from './alb/backend';
export * from './autoscaling/exports';
/** The door of `cdk8s-eks`: constructs and what an app module needs. */
export { type App, defineApp } from './define-app';
export * from './fargate/exports';
export { FargateNamespace, type FargateNamespaceProps } from './fargate/fargate-namespace';
export { AccessEntry } from './identity/access-entry';
export type { AccessEntryProps, AccessPolicy } from './identity/access-entry-props';
export { AwsAuthMapping } from './identity/aws-auth-mapping';
export type {
  AwsAuthMappingProps,
  MappedNames,
  NodeMapping,
  RoleMapping,
  UserMapping,
} from './identity/aws-auth-mapping-props';
export { AwsIdentity } from './identity/aws-identity';
export type { AwsIdentityProps } from './identity/aws-identity-props';
export type { ExistingRole } from './identity/existing-role';
export * from './identity/exports';
export type { Grant, RbacVerb } from './identity/grant';
export { IrsaServiceAccount, type IrsaServiceAccountProps } from './identity/irsa-service-account';
export type { SubjectInput } from './identity/rbac-subject';
export type { IdentityMechanism } from './identity/resolve-identity';
export type { AllowedObjects, Rights, RightsPlace } from './identity/rights';
export type { TeamPreset } from './identity/team-preset';
export { type NamespacedGrants, TeamRbac, type TeamRbacProps } from './identity/team-rbac';
export type { UrlGrant } from './identity/url-grant';
export { allowEgress, allowFrom, allowIngress, type NetworkCall } from './network-policy/allow';
export * from './network-policy/exports';
export type {
  AddressPeer,
  NetworkPeer,
  NetworkPort,
  NetworkPorts,
  PeerInput,
  WorkloadPeer,
} from './network-policy/network-peer';
export * from './observability/exports';
export * from './plus/exports';
export * from './scheduling/exports';
export { ClusterSecretStore } from './secrets/cluster-secret-store';
export { ExternalSecret } from './secrets/external-secret';
export type { ExternalSecretProps, RemoteKey } from './secrets/external-secret-props';
export { propertiesOf } from './secrets/properties-of';
export { SecretProviderClass } from './secrets/secret-provider-class';
export type {
  ProviderObject,
  SecretProviderClassProps,
  SyncedSecretProps,
} from './secrets/secret-provider-class-props';
export { SecretStore } from './secrets/secret-store';
export type { ClusterSecretStoreProps, SecretReaderAccount, SecretStoreProps } from './secrets/secret-store-props';
export type { SyncedSecret } from './secrets/synced-secret';
export type { ObjectProps } from './shared/custom-object';
export { Environment } from './shared/environment';
export { inNamespace } from './shared/in-namespace';
export type { Labels } from './shared/labels';
export { override, type Patch } from './shared/override';
export type { ProvidedApp } from './shared/provide-environment';
export { releasedImage, releaseFlag } from './shared/release';
export { silence } from './shared/silence';
export type { Mistake, Without } from './shared/without';
export * from './storage/exports';
export * from './tenancy/exports';
export type { AutoscalingProps } from './workload/autoscaling';
export { BatchJob } from './workload/batch-job';
export type { BatchJobProps } from './workload/batch-job-props';
export type { BatchPodProps } from './workload/batch-pod-props';
export type { ClaimTemplate } from './workload/claim-templates';
export { ConfigFiles, type ConfigFilesProps } from './workload/config-files';
export type { ContainerPatches } from './workload/container-patches';
export type {
  ContainerProps,
  ContainerSecurity,
  DeviceInput,
  ExtraContainerProps,
  InitContainerProps,
  PortProps,
  SidecarProps,
} from './workload/container-props';
export type { HostAccess, HostPath } from './workload/host-access';
export type { JobProps } from './workload/job-props';
export type { JobSetFailureRule, JobSetProps, ReplicatedJobProps } from './workload/job-set-props';
export type { Naming, NamingProps } from './workload/labels';
export type { LifecycleHook, LifecycleProps } from './workload/lifecycle';
export type {
  ClaimMount,
  ClaimTemplateMount,
  ConfigMapMount,
  EmptyDirMount,
  EmptyFolder,
  Mount,
  MountedFiles,
  MountPlace,
  MountSource,
  OneSource,
  SecretMount,
  VolumeMountOf,
  WritableFolder,
} from './workload/mount';
export { NodeAgent, type NodeAgentProps } from './workload/node-agent';
export { type JobHook, OneOffJob, type OneOffJobProps } from './workload/one-off-job';
export type { PodProps } from './workload/pod-props';
export type { PodResources } from './workload/pod-resources';
export type { PodOptions } from './workload/pod-template';
export type { NamedPorts, OneOrNamedPorts, OnePort } from './workload/port-props';
export type {
  ExecProbe,
  GrpcProbe,
  HttpProbe,
  OneHandler,
  PlusProbe,
  ProbeHandler,
  ProbeInput,
  ProbeTiming,
  TcpProbe,
} from './workload/probes';
export type {
  PreferredTopology,
  QueueInput,
  QueueOptions,
  QueueProps,
  QueueTopology,
  RequiredTopology,
} from './workload/queue';
export type {
  FixedOrScaledReplicas,
  FixedReplicas,
  NotScaled,
  ReplicaProps,
  ScaledReplicas,
} from './workload/replicas';
export type { ContainerResources, SizeName } from './workload/resources';
export type {
  DeploymentProps,
  DisruptionBudgetProps,
  LeastAvailable,
  MostUnavailable,
  RollingUpdate,
} from './workload/rollout-props';
export { ScheduledJob, type ScheduledJobProps } from './workload/scheduled-job';
export type { ContainerUser, SecurityProfile } from './workload/security-profile';
export type { ExtraServiceProps, ServedProps, ServiceProps } from './workload/service-props';
export {
  type FixedStatefulReplicas,
  type StatefulReplicas,
  StatefulService,
  type StatefulServiceOptions,
  type StatefulServiceProps,
} from './workload/stateful-service';
export type { ClaimRetention, StatefulRollingUpdate, StatefulSetProps } from './workload/stateful-set';
export type { Spread, SpreadInput } from './workload/topology-spread';
export {
  type CpuInput,
  type EnvFromInput,
  type EnvInput,
  fromConfigMap,
  fromSecret,
  type Named,
  type NamedObject,
  type SizeInput,
} from './workload/values';
export { WebService, type WebServiceOptions, type WebServiceProps } from './workload/web-service';
export { Worker, type WorkerOptions, type WorkerProps } from './workload/worker';
export { ServedWorkload, Workload } from './workload/workload';
