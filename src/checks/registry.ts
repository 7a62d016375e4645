import { DELIVERY_RULES } from './delivery-rules';
import type { Rule } from './engine/rule';
import { ALB_RULES, NLB_RULES } from './load-balancer-rules';
import { ROLLOUT_RULES } from './rollout-rules';
import { banAddOnConflict } from './rules/eks/ban-add-on-conflict';
import { banAwsAuth } from './rules/eks/ban-aws-auth';
import { banBuiltInAddOn } from './rules/eks/ban-built-in-add-on';
import { banFargateDaemonSet } from './rules/eks/ban-fargate-daemon-set';
import { banFargatePod } from './rules/eks/ban-fargate-pod';
import { banForeignValue } from './rules/eks/ban-foreign-value';
import { banHybridPod } from './rules/eks/ban-hybrid-pod';
import { banSharedDisk } from './rules/eks/ban-shared-disk';
import { noDuplicateAddOn } from './rules/eks/no-duplicate-add-on';
import { noMissingAccelerator } from './rules/eks/no-missing-accelerator';
import { noMissingAccessEntry } from './rules/eks/no-missing-access-entry';
import { noMissingAddOn } from './rules/eks/no-missing-add-on';
import { noMissingAlbNetworkPath } from './rules/eks/no-missing-alb-network-path';
import { noMissingController } from './rules/eks/no-missing-controller';
import { noMissingFargateProfile } from './rules/eks/no-missing-fargate-profile';
import { noMissingNode } from './rules/eks/no-missing-node';
import { noMissingNodeClass } from './rules/eks/no-missing-node-class';
import { noUnplaceablePod } from './rules/eks/no-unplaceable-pod';
import { validAccessEntry } from './rules/eks/valid-access-entry';
import { validAccessMode } from './rules/eks/valid-access-mode';
import { validArgocdCapability } from './rules/eks/valid-argocd-capability';
import { validClusterChange } from './rules/eks/valid-cluster-change';
import { validEbsAccessMode } from './rules/eks/valid-ebs-access-mode';
import { validFargateLogging } from './rules/eks/valid-fargate-logging';
import { validFargateProfile } from './rules/eks/valid-fargate-profile';
import { validFargateSize } from './rules/eks/valid-fargate-size';
import { validHostPolicy } from './rules/eks/valid-host-policy';
import { validNodeClass } from './rules/eks/valid-node-class';
import { validNodePool } from './rules/eks/valid-node-pool';
import { validPodIdentity } from './rules/eks/valid-pod-identity';
import { validProviderClass } from './rules/eks/valid-provider-class';
import { validSecretStore } from './rules/eks/valid-secret-store';
import { validSecurityGroupPolicy } from './rules/eks/valid-security-group-policy';
import { validSnapshot } from './rules/eks/valid-snapshot';
import { validStorageClass } from './rules/eks/valid-storage-class';
import { banCutAmount } from './rules/k8s/ban-cut-amount';
import { banRemovedApi } from './rules/k8s/ban-removed-api';
import { banUnusedClaim } from './rules/k8s/ban-unused-claim';
import { noMissingAutoscalerTarget } from './rules/k8s/no-missing-autoscaler-target';
import { noMissingClaim } from './rules/k8s/no-missing-claim';
import { noMissingClass } from './rules/k8s/no-missing-class';
import { noMissingConfig } from './rules/k8s/no-missing-config';
import { noMissingConfigKey } from './rules/k8s/no-missing-config-key';
import { noMissingDeviceClass } from './rules/k8s/no-missing-device-class';
import { noMissingDnsPath } from './rules/k8s/no-missing-dns-path';
import { noMissingGateway } from './rules/k8s/no-missing-gateway';
import { noMissingGatewayClass } from './rules/k8s/no-missing-gateway-class';
import { noMissingIngressBackend } from './rules/k8s/no-missing-ingress-backend';
import { noMissingIngressPath } from './rules/k8s/no-missing-ingress-path';
import { noMissingNamespace } from './rules/k8s/no-missing-namespace';
import { noMissingPolicyPort } from './rules/k8s/no-missing-policy-port';
import { noMissingProviderClass } from './rules/k8s/no-missing-provider-class';
import { noMissingQueue } from './rules/k8s/no-missing-queue';
import { noMissingRole } from './rules/k8s/no-missing-role';
import { noMissingRouteBackend } from './rules/k8s/no-missing-route-backend';
import { noMissingSchema } from './rules/k8s/no-missing-schema';
import { noMissingSecretStore } from './rules/k8s/no-missing-secret-store';
import { noMissingServiceAccount } from './rules/k8s/no-missing-service-account';
import { noMissingServiceTarget } from './rules/k8s/no-missing-service-target';
import { noMissingStorageClass } from './rules/k8s/no-missing-storage-class';
import { noMissingVolumeSource } from './rules/k8s/no-missing-volume-source';
import { uniqueObject } from './rules/k8s/unique-object';
import { uniqueRouteMatch } from './rules/k8s/unique-route-match';
import { validAutoscaler } from './rules/k8s/valid-autoscaler';
import { validChange } from './rules/k8s/valid-change';
import { validDisruptionBudget } from './rules/k8s/valid-disruption-budget';
import { validExternalSecret } from './rules/k8s/valid-external-secret';
import { validFile } from './rules/k8s/valid-file';
import { validJobSet } from './rules/k8s/valid-job-set';
import { validListenerSet } from './rules/k8s/valid-listener-set';
import { validMonitor } from './rules/k8s/valid-monitor';
import { validName } from './rules/k8s/valid-name';
import { validNamespace } from './rules/k8s/valid-namespace';
import { validNetworkPath } from './rules/k8s/valid-network-path';
import { validNodePort } from './rules/k8s/valid-node-port';
import { validQuotaSum } from './rules/k8s/valid-quota-sum';
import { validScaledObject } from './rules/k8s/valid-scaled-object';
import { validSchema } from './rules/k8s/valid-schema';
import { validSelector } from './rules/k8s/valid-selector';
import { validServicePort } from './rules/k8s/valid-service-port';
import { validStatefulSetService } from './rules/k8s/valid-statefulset-service';
import { validVerticalAutoscaler } from './rules/k8s/valid-vertical-autoscaler';
import { validVolumeMode } from './rules/k8s/valid-volume-mode';
import { banEarlyHook } from './rules/policy/ban-early-hook';
import { banJobTtl } from './rules/policy/ban-job-ttl';
import { banSecretData } from './rules/policy/ban-secret-data';
import { noMissingOwnerPermission } from './rules/policy/no-missing-owner-permission';
import { requireImageDigest } from './rules/policy/require-image-digest';
import { requireImageTag } from './rules/policy/require-image-tag';
import { validAddOnApplication } from './rules/policy/valid-add-on-application';
import { validOwnerKind } from './rules/policy/valid-owner-kind';
import { validOwnerNamespace } from './rules/policy/valid-owner-namespace';
import { validPodSecurity } from './rules/policy/valid-pod-security';
import { validSyncWave } from './rules/policy/valid-sync-wave';
import { VALIDATION } from './validation-rules';

/** Every rule there is, in the order they run. A test walks this list: each has its cases and its page. */
export const RULES: readonly Rule[] = [
  validFile,
  uniqueObject,
  validChange,
  validClusterChange,
  validSchema,
  noMissingSchema,
  banRemovedApi,
  validName,
  ...VALIDATION,
  validScaledObject,
  validVerticalAutoscaler,
  noMissingNamespace,
  noMissingServiceTarget,
  validServicePort,
  validNodePort,
  noMissingIngressBackend,
  noMissingIngressPath,
  noMissingGateway,
  noMissingGatewayClass,
  noMissingRouteBackend,
  uniqueRouteMatch,
  noMissingPolicyPort,
  banCutAmount,
  banEarlyHook,
  banJobTtl,
  noMissingServiceAccount,
  noMissingQueue,
  validJobSet,
  validListenerSet,
  noMissingDeviceClass,
  validQuotaSum,
  noMissingStorageClass,
  noMissingConfig,
  noMissingConfigKey,
  noMissingClaim,
  banUnusedClaim,
  noMissingVolumeSource,
  validVolumeMode,
  noMissingSecretStore,
  validExternalSecret,
  noMissingProviderClass,
  validMonitor,
  noMissingAutoscalerTarget,
  ...ROLLOUT_RULES,
  noMissingClass,
  noMissingRole,
  validAutoscaler,
  validDisruptionBudget,
  validSelector,
  validStatefulSetService,
  validNamespace,
  validNetworkPath,
  noMissingDnsPath,
  banFargatePod,
  banFargateDaemonSet,
  banHybridPod,
  banForeignValue,
  banAwsAuth,
  validAccessEntry,
  noMissingAccessEntry,
  validPodIdentity,
  validProviderClass,
  validSecretStore,
  noMissingAlbNetworkPath,
  noMissingController,
  noDuplicateAddOn,
  banBuiltInAddOn,
  banAddOnConflict,
  noMissingAddOn,
  noMissingFargateProfile,
  noMissingNode,
  noUnplaceablePod,
  noMissingAccelerator,
  noMissingNodeClass,
  validNodePool,
  validNodeClass,
  ...ALB_RULES,
  validArgocdCapability,
  validFargateLogging,
  validFargateProfile,
  validFargateSize,
  validSecurityGroupPolicy,
  validHostPolicy,
  ...NLB_RULES,
  validEbsAccessMode,
  validAccessMode,
  validStorageClass,
  banSharedDisk,
  validSnapshot,
  validOwnerKind,
  validAddOnApplication,
  validOwnerNamespace,
  noMissingOwnerPermission,
  banSecretData,
  requireImageDigest,
  requireImageTag,
  ...DELIVERY_RULES,
  validPodSecurity,
  validSyncWave,
];
