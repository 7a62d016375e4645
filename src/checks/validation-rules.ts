import type { Rule } from './engine/rule';
import { validClaim } from './rules/k8s/valid-claim';
import { validContainer } from './rules/k8s/valid-container';
import { validCronJob } from './rules/k8s/valid-cron-job';
import { validDefinition } from './rules/k8s/valid-definition';
import { validIngress } from './rules/k8s/valid-ingress';
import { validJob } from './rules/k8s/valid-job';
import { validLabelSelector } from './rules/k8s/valid-label-selector';
import { validLimitRange } from './rules/k8s/valid-limit-range';
import { validNetworkPolicy } from './rules/k8s/valid-network-policy';
import { validPod } from './rules/k8s/valid-pod';
import { validPriorityClass } from './rules/k8s/valid-priority-class';
import { validProbe } from './rules/k8s/valid-probe';
import { validQuota } from './rules/k8s/valid-quota';
import { validResources } from './rules/k8s/valid-resources';
import { validRole } from './rules/k8s/valid-role';
import { validScheduling } from './rules/k8s/valid-scheduling';
import { validSecret } from './rules/k8s/valid-secret';
import { validService } from './rules/k8s/valid-service';
import { validStrategy } from './rules/k8s/valid-strategy';
import { validVariable } from './rules/k8s/valid-variable';
import { validVolume } from './rules/k8s/valid-volume';

/** What the API server asks of one object beyond its schema: Pods first, then the other kinds. */
export const VALIDATION: readonly Rule[] = [
  validPod,
  validContainer,
  validVariable,
  validVolume,
  validProbe,
  validResources,
  validScheduling,
  validStrategy,
  validJob,
  validCronJob,
  validService,
  validIngress,
  validDefinition,
  validNetworkPolicy,
  validLabelSelector,
  validClaim,
  validLimitRange,
  validQuota,
  validSecret,
  validRole,
  validPriorityClass,
];
