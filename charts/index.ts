/// <reference path="./text-files.d.ts" preserve="true" />

/** The door of `cdk8s-eks`: constructs by domain, and what an app module needs. */
export type { IngressClassParamsSpec } from '../imports/elbv2.k8s.aws';
export * as elbv2 from '../imports/elbv2.k8s.aws';
export * as externalSecrets from '../imports/external-secrets.io';
export { ExternalSecretSpecSecretStoreRefKind } from '../imports/external-secrets.io';
export * as k8s from '../imports/k8s';
export type { CpuText, DurationText, PrometheusDurationText, QuantityText, SizeText } from '../src/grammar/amounts';
export type { AccessEntryType, AccessPolicyName } from '../src/knowledge/aws/access-entries';
export type { AlbAuth } from '../src/knowledge/aws/alb-auth-settings';
export type { AlbFrontendHealthCheck, AlbFrontendNlb } from '../src/knowledge/aws/alb-frontend-nlb-settings';
export type { AlbLoadBalancerSettings } from '../src/knowledge/aws/alb-load-balancer-settings';
export type { AlbCognito, AlbJwtClaim, AlbJwtValidation, AlbOidc } from '../src/knowledge/aws/alb-login';
export type { AlbMutualAuthentication } from '../src/knowledge/aws/alb-mutual-tls';
export type { AlbCreatedCertificate, AlbGroupMembership, AlbSettings } from '../src/knowledge/aws/alb-settings';
export type { AlbHealthCheck, AlbTargetGroupSettings } from '../src/knowledge/aws/alb-target-group-settings';
export type { AlbRewrite } from '../src/knowledge/aws/alb-transforms';
export type { AmiType } from '../src/knowledge/aws/ami-types';
export type { AutoModePool, CapabilityType, ControlPlaneLog, ScalingTier } from '../src/knowledge/aws/control-plane';
export type { EbsVolumeType } from '../src/knowledge/aws/ebs-volumes';
export type { FsxDeploymentType } from '../src/knowledge/aws/fsx-lustre';
export type { InstrumentedLanguage } from '../src/knowledge/aws/instrumentation';
export type { AlbListenPort } from '../src/knowledge/aws/load-balancer-values';
export type { NlbHealthCheck } from '../src/knowledge/aws/nlb-health-check';
export type { NlbListenerAttributes } from '../src/knowledge/aws/nlb-listener';
export type { NlbAccessLogs, NlbSettings } from '../src/knowledge/aws/nlb-settings';
export type { NlbTls } from '../src/knowledge/aws/nlb-tls';
export type { AccessMode, ServedModes, StorageKind, VolumeMode } from '../src/knowledge/aws/storage-drivers';
export type { TaintEffect } from '../src/knowledge/aws/taint-effects';
export type { VpcEndpointService } from '../src/knowledge/aws/vpc-endpoints';
export type { GatewayController } from '../src/knowledge/gateway/controllers';
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
  AwsAuthLine,
  ClusterAccessEntry,
  ClusterAccessPolicy,
  IdentityProvider,
  PlatformAssociation,
} from '../src/model/cluster/access';
export type {
  AddOn,
  ArgoCdCapability,
  ArgoCdRole,
  Capability,
  ControlPlane,
  Endpoints,
  RemoteNetworks,
} from '../src/model/cluster/control-plane';
export type { LeftOut } from '../src/model/cluster/left-out';
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
  GatewayRoutes,
  Identity as EksIdentity,
  IngressRoutes,
  InstancesDistribution,
  KubernetesEnvironment,
  LaunchTemplate,
  ManagedNodeGroup,
  Network as EksNetwork,
  NodeGroup,
  NodeGroupTaint,
  NodeGroupUpdate,
  Partition,
  PolicyLevel,
  RoutesSetting,
  SelfManagedNodeGroup,
  SharedGatewaySetting,
  Storage as EksStorage,
  Subnet,
} from '../src/model/environment';
export type { HasMetadata, HasNode, TakesEnvironment } from '../src/model/environment-context';
export type {
  AccessEntryFacts,
  AccessPolicyFacts,
  AddOnFacts,
  AddOnVersions,
  CapabilityFacts,
  ClusterFacts,
  ClusterVersionFacts,
  DeprecationFacts,
  Facts,
  FargateProfileFacts,
  HealthIssue,
  IdentityProviderFacts,
  InsightFacts,
  NodeGroupFacts,
  PodIdentityFacts,
  UnreadFacts,
  UpdateFacts,
} from '../src/model/facts';
export type { Destination, FluxSettings, GitOps, Notification, SyncPolicy, SyncWindow } from '../src/model/gitops';
export type { IgnoredFields } from '../src/model/ignored-fields';
export type { Owner } from '../src/model/owner';
export type { Prices } from '../src/model/prices';
export type { AppRelease, Release, ReleasedImage } from '../src/model/release';
export * from './addons/exports';
export * from './alb/exports';
export * from './autoscaling/exports';
export * from './cluster/exports';
export { type App, defineApp } from './define-app';
export * from './delivery/exports';
export * from './fargate/exports';
export * from './gateway/exports';
export * from './identity/exports';
export * from './network-policy/exports';
export * from './nlb/exports';
export * from './observability/exports';
export * from './plus/exports';
export * from './scheduling/exports';
export * from './secrets/exports';
export { cpuOf, durationOf, quantityOf, sizeOf } from './shared/amounts';
export type { ObjectProps } from './shared/custom-object';
export { Environment } from './shared/environment';
export { inNamespace } from './shared/in-namespace';
export type { Labels } from './shared/labels';
export { override, type Patch } from './shared/override';
export type { ProvidedApp } from './shared/provide-environment';
export { publicScheme } from './shared/public-scheme';
export { releasedImage, releaseFlag } from './shared/release';
export { silence } from './shared/silence';
export type { Mistake, Without } from './shared/without';
export * from './storage/exports';
export * from './tenancy/exports';
export * from './workload/exports';
