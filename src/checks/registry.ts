import { banAwsAuth } from './eks/ban-aws-auth';
import { banFargatePod } from './eks/ban-fargate-pod';
import { banForeignValue } from './eks/ban-foreign-value';
import { noMissingAlbNetworkPath } from './eks/no-missing-alb-network-path';
import { requireLoadBalancerClass } from './eks/require-load-balancer-class';
import { validAlbAnnotation } from './eks/valid-alb-annotation';
import { validAlbInstanceBackend } from './eks/valid-alb-instance-backend';
import { validEbsAccessMode } from './eks/valid-ebs-access-mode';
import { validNlbAnnotation } from './eks/valid-nlb-annotation';
import { banSecretData } from './policy/ban-secret-data';
import { noMissingOwnerPermission } from './policy/no-missing-owner-permission';
import { requireImageDigest } from './policy/require-image-digest';
import { validArgocdAnnotation } from './policy/valid-argocd-annotation';
import { validOwnerKind } from './policy/valid-owner-kind';
import { validOwnerNamespace } from './policy/valid-owner-namespace';
import { validPodSecurity } from './policy/valid-pod-security';
import { noMissingAutoscalerTarget } from './references/no-missing-autoscaler-target';
import { noMissingClaim } from './references/no-missing-claim';
import { noMissingClass } from './references/no-missing-class';
import { noMissingConfig } from './references/no-missing-config';
import { noMissingConfigKey } from './references/no-missing-config-key';
import { noMissingIngressBackend } from './references/no-missing-ingress-backend';
import { noMissingNamespace } from './references/no-missing-namespace';
import { noMissingRole } from './references/no-missing-role';
import { noMissingSecretStore } from './references/no-missing-secret-store';
import { noMissingServiceAccount } from './references/no-missing-service-account';
import { noMissingServiceTarget } from './references/no-missing-service-target';
import { noMissingStorageClass } from './references/no-missing-storage-class';
import { validAutoscaler } from './references/valid-autoscaler';
import { validDisruptionBudget } from './references/valid-disruption-budget';
import { validNetworkPath } from './references/valid-network-path';
import { validNodePort } from './references/valid-node-port';
import { validSelector } from './references/valid-selector';
import { validServicePort } from './references/valid-service-port';
import { validStatefulSetService } from './references/valid-statefulset-service';
import type { Rule } from './rule';
import { banRemovedApi } from './schema/ban-removed-api';
import { noMissingSchema } from './schema/no-missing-schema';
import { validName } from './schema/valid-name';
import { validSchema } from './schema/valid-schema';
import { VALIDATION } from './validation/rules';

/** Every rule there is, in the order they run. A test walks this list: each has its cases and its page. */
export const RULES: readonly Rule[] = [
  validSchema,
  noMissingSchema,
  banRemovedApi,
  validName,
  ...VALIDATION,
  noMissingNamespace,
  noMissingServiceTarget,
  validServicePort,
  validNodePort,
  noMissingIngressBackend,
  noMissingServiceAccount,
  noMissingStorageClass,
  noMissingConfig,
  noMissingConfigKey,
  noMissingClaim,
  noMissingSecretStore,
  noMissingAutoscalerTarget,
  noMissingClass,
  noMissingRole,
  validAutoscaler,
  validDisruptionBudget,
  validSelector,
  validStatefulSetService,
  validNetworkPath,
  banFargatePod,
  banForeignValue,
  banAwsAuth,
  noMissingAlbNetworkPath,
  validAlbAnnotation,
  validAlbInstanceBackend,
  validNlbAnnotation,
  requireLoadBalancerClass,
  validEbsAccessMode,
  validOwnerKind,
  validOwnerNamespace,
  noMissingOwnerPermission,
  banSecretData,
  requireImageDigest,
  validArgocdAnnotation,
  validPodSecurity,
];
