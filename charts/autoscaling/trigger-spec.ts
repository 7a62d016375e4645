import {
  type AnyTriggerRow,
  MSK_IAM,
  RESOURCE_TRIGGERS,
  TRIGGERS,
  type TriggerSetting,
} from '../../src/knowledge/keda/triggers';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import type { AuthenticationInput, ScalingTrigger } from './scaling-trigger';

/** A trigger as KEDA takes it. */
export interface TriggerSpec {
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly metricType?: string;
  readonly name?: string;
  readonly useCachedMetrics?: boolean;
  readonly authenticationRef?: { readonly name: string; readonly kind?: string };
}

/** @param authentication for the triggers that ask AWS and name none */
export function triggerSpecs(
  triggers: readonly ScalingTrigger[],
  authentication: string,
  environment: Environment,
  problems: Problems,
): readonly TriggerSpec[] {
  problems.unless(triggers.length > 0, 'triggers is empty: nothing would ever be scaled.', 'give at least one.');
  return triggers.map((trigger, index) => {
    const kinds = KINDS.filter((kind) => kind in trigger);
    problems.unless(
      kinds.length === 1,
      `triggers[${index}] has ${kinds.length === 0 ? 'nothing to scale by' : kinds.join(' and ')}: a trigger is one of ${KINDS.join(', ')}.`,
      'give one of them, and each other a trigger of its own.',
    );
    const { type, metadata, aws } = sourceOf(trigger, environment, problems);
    const { name, metricType = metricTypeOf(type), useCachedMetrics } = trigger;
    const reference = trigger.authentication ?? (aws ? authentication : undefined);
    return {
      type,
      ...defined({ name, metricType, useCachedMetrics }),
      metadata,
      ...(reference === undefined ? {} : { authenticationRef: referenceTo(reference) }),
    };
  });
}

/** Whether a TriggerAuthentication of one's own is needed. */
export function needsIdentity(triggers: readonly ScalingTrigger[]): boolean {
  return triggers.some((trigger) => {
    const typed = typedOf(trigger);
    return trigger.authentication === undefined && typed !== undefined && asksAws(typed);
  });
}

const KINDS = [...Object.keys(TRIGGERS), ...RESOURCE_TRIGGERS, 'type'];

function metricTypeOf(type: string): string | undefined {
  return RESOURCE_TRIGGERS.includes(type) ? 'Utilization' : undefined;
}

function referenceTo(input: AuthenticationInput): { readonly name: string; readonly kind?: string } {
  if (typeof input === 'string') return { name: input };
  // KEDA takes a reference without a kind for one of the namespace.
  return input.kind === 'ClusterTriggerAuthentication' ? { name: input.name, kind: input.kind } : { name: input.name };
}

function sourceOf(trigger: ScalingTrigger, environment: Environment, problems: Problems) {
  const typed = typedOf(trigger);
  if (typed !== undefined) {
    const { row, values } = typed;
    return { type: row.type, metadata: metadataOf(row, values, environment, problems), aws: asksAws(typed) };
  }
  if ('type' in trigger) return { type: trigger.type, metadata: { ...trigger.metadata }, aws: false };
  const [type, source] =
    'cpu' in trigger
      ? (['cpu', trigger.cpu] as const)
      : (['memory', 'memory' in trigger ? trigger.memory : undefined] as const);
  const metadata = { value: String(source?.value), ...defined({ containerName: source?.containerName }) };
  return { type, metadata, aws: false };
}

type Values = Readonly<Record<string, unknown>>;

interface Typed {
  readonly row: AnyTriggerRow;
  readonly values: Values;
}

function typedOf(trigger: ScalingTrigger): Typed | undefined {
  const given: Values = { ...trigger };
  const found = Object.entries<AnyTriggerRow>(TRIGGERS).find(([property]) => given[property] !== undefined);
  return found && { row: found[1], values: { ...(given[found[0]] as object) } };
}

/** Prometheus and Kafka ask AWS only where a region says so. */
function asksAws({ row, values }: Typed): boolean {
  return row.aws === true || values['region'] !== undefined || values['mskIamRegion'] !== undefined;
}

function metadataOf(
  row: AnyTriggerRow,
  values: Values,
  environment: Environment,
  problems: Problems,
): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const [property, setting] of Object.entries(row.settings)) {
    const value = values[property] ?? (setting.region ? regionOf(row, values, environment, problems) : undefined);
    if (value !== undefined) Object.assign(metadata, entryOf(setting, value));
  }
  return values['mskIamRegion'] === undefined ? metadata : { ...metadata, ...MSK_IAM };
}

/** A queue lives in one region, which its address names. */
const QUEUE_REGION = /^https:\/\/(?:sqs\.|queue\.)?([a-z]{2}(?:-[a-z]+)+-\d)\.(?:queue\.)?amazonaws\.com(?:\.cn)?\//;

function entryOf({ key, between }: TriggerSetting, value: unknown): Record<string, string> {
  if (Array.isArray(value)) return { [key]: value.join(between) };
  if (typeof value === 'object' && value !== null && 'env' in value) return { [`${key}FromEnv`]: String(value.env) };
  return { [key]: String(value) };
}

function regionOf(
  { type }: AnyTriggerRow,
  { queueUrl }: Values,
  environment: Environment,
  problems: Problems,
): string | undefined {
  const [, ofQueue] = QUEUE_REGION.exec(String(queueUrl)) ?? [];
  if (ofQueue !== undefined) return ofQueue;
  if (environment.platform === 'eks') return environment.region;
  problems.add(
    `the ${type} trigger has no region, and environment ${environment.name} is not on EKS and has none either.`,
    'give region, or leave the autoscaler out in this environment.',
  );
  return undefined;
}
