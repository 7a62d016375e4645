import { CONTAINER_FIELDS } from './container';
import { CRON_JOB_FIELDS } from './cron-job';
import { DAEMON_SET_FIELDS } from './daemon-set';
import { DEPLOYMENT_FIELDS } from './deployment';
import type { FieldTable } from './field-table';
import {
  HORIZONTAL_POD_AUTOSCALER_FIELDS,
  METRIC_SOURCE_FIELDS,
  SCALING_RULE_FIELDS,
} from './horizontal-pod-autoscaler';
import { JOB_FIELDS } from './job';
import { POD_SPEC_FIELDS } from './pod-spec';
import { SERVICE_FIELDS } from './service';
import { STATEFUL_SET_FIELDS } from './stateful-set';

/** Name of the definition in Kubernetes' own schema → its fields. */
export const FIELD_TABLES = {
  'core.v1.PodSpec': POD_SPEC_FIELDS,
  'core.v1.Container': CONTAINER_FIELDS,
  'apps.v1.DeploymentSpec': DEPLOYMENT_FIELDS,
  'apps.v1.StatefulSetSpec': STATEFUL_SET_FIELDS,
  'apps.v1.DaemonSetSpec': DAEMON_SET_FIELDS,
  'batch.v1.JobSpec': JOB_FIELDS,
  'batch.v1.CronJobSpec': CRON_JOB_FIELDS,
  'core.v1.ServiceSpec': SERVICE_FIELDS,
  'autoscaling.v2.HorizontalPodAutoscalerSpec': HORIZONTAL_POD_AUTOSCALER_FIELDS,
  'autoscaling.v2.MetricSpec': METRIC_SOURCE_FIELDS,
  'autoscaling.v2.HPAScalingRules': SCALING_RULE_FIELDS,
} as const satisfies Readonly<Record<string, FieldTable>>;
