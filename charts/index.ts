/// <reference path="./text-files.d.ts" preserve="true" />

export { ExternalSecret, ExternalSecretSpecSecretStoreRefKind } from '../imports/external-secrets.io';
export * as k8s from '../imports/k8s';
export type { AlbAction, AlbFixedResponse, AlbRedirect, AlbTarget } from './alb/alb-actions';
export { AlbIngress, type AlbIngressProps } from './alb/alb-ingress';
export { AlbIngressClass, type AlbIngressClassProps } from './alb/alb-ingress-class';
export type { AlbPath, AlbRule } from './alb/alb-routes';
export type { AlbHealthCheck, AlbListenPort } from './alb/alb-settings';
export type { BackendInput } from './alb/backend';
/** The door of `cdk8s-eks`: constructs and what an app module needs. */
export { type App, defineApp } from './define-app';
export { FargateNamespace, type FargateNamespaceProps } from './fargate/fargate-namespace';
export type { ExistingRole } from './identity/existing-role';
export type { Grant, RbacVerb } from './identity/grant';
export { IrsaServiceAccount, type IrsaServiceAccountProps } from './identity/irsa-service-account';
export type { SubjectInput } from './identity/rbac-subject';
export { type NamespacedGrants, TeamRbac, type TeamRbacProps } from './identity/team-rbac';
export { allowEgress, allowFrom, allowIngress, type NetworkCall } from './network-policy/allow';
export type { AddressPeer, NetworkPeer, NetworkPort, WorkloadPeer } from './network-policy/network-peer';
export { type EksEnvironment, Environment, type KubernetesEnvironment } from './shared/environment';
export { inNamespace } from './shared/in-namespace';
export { override, type Patch } from './shared/override';
export { releasedImage, releaseFlag } from './shared/release';
export { silence } from './shared/silence';
export { EbsStorageClass, type EbsStorageClassProps } from './storage/ebs-storage-class';
export { EfsStorageClass, type EfsStorageClassProps } from './storage/efs-storage-class';
export { storageClassFor } from './storage/storage-class-for';
export { AppNamespace, type AppNamespaceProps } from './tenancy/app-namespace';
export type { PodSecurityLevel } from './tenancy/namespace-labels';
export {
  type DefaultPolicy,
  type LoadBalancerAccess,
  NetworkDefaults,
  type NetworkDefaultsProps,
} from './tenancy/network-defaults';
export { TenantNamespace, type TenantNamespaceProps, type TenantTeam } from './tenancy/tenant-namespace';
export type { TenantDefaults, TenantQuota } from './tenancy/tenant-quota';
export type { AutoscalingProps } from './workload/autoscaling';
export type { ClaimTemplate } from './workload/claim-templates';
export { ConfigFiles, type ConfigFilesProps } from './workload/config-files';
export type { NamingProps } from './workload/labels';
export type { PodProps, PortProps } from './workload/pod-props';
export type { ProbeInput } from './workload/probes';
export type { ContainerResources } from './workload/resources';
export { ScheduledJob, type ScheduledJobProps } from './workload/scheduled-job';
export type { ContainerUser, SecurityProfile } from './workload/security';
export { StatefulService, type StatefulServiceProps } from './workload/stateful-service';
export { fromConfigMap, fromSecret } from './workload/values';
export type { Mount, WritableFolder } from './workload/volumes';
export { WebService, type WebServiceProps } from './workload/web-service';
