import type { Rule } from '../rule';
import { validClaim } from './valid-claim';
import { validContainer } from './valid-container';
import { validCronJob } from './valid-cron-job';
import { validIngress } from './valid-ingress';
import { validJob } from './valid-job';
import { validLabelSelector } from './valid-label-selector';
import { validLimitRange } from './valid-limit-range';
import { validNetworkPolicy } from './valid-network-policy';
import { validPod } from './valid-pod';
import { validPriorityClass } from './valid-priority-class';
import { validProbe } from './valid-probe';
import { validQuota } from './valid-quota';
import { validResources } from './valid-resources';
import { validRole } from './valid-role';
import { validScheduling } from './valid-scheduling';
import { validSecret } from './valid-secret';
import { validService } from './valid-service';
import { validStrategy } from './valid-strategy';
import { validVariable } from './valid-variable';
import { validVolume } from './valid-volume';

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
  validNetworkPolicy,
  validLabelSelector,
  validClaim,
  validLimitRange,
  validQuota,
  validSecret,
  validRole,
  validPriorityClass,
];
