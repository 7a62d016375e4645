import { type JobSpec, type PodTemplateSpec, toJson_JobSpec } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { judgeJobFields } from '../../src/model/jobs/judge-job';
import { judged } from '../scheduling/judged';
import type { Problems } from '../shared/problems';
import type { JobProps } from './job-props';

/** What a Job and the Jobs of a CronJob have in common. */
export function jobSpec(props: JobProps, template: PodTemplateSpec): JobSpec {
  const { ttlSecondsAfterFinished = 3600 } = props;
  // With tries of each index, a number for all together would end the Job while indexes have tries left.
  const backoffLimit = props.backoffLimit ?? (props.backoffLimitPerIndex === undefined ? 3 : undefined);
  return {
    ...defined({
      backoffLimit,
      ttlSecondsAfterFinished: ttlSecondsAfterFinished === 'none' ? undefined : ttlSecondsAfterFinished,
      activeDeadlineSeconds: props.activeDeadlineSeconds,
      completions: props.completions,
      parallelism: props.parallelism,
      completionMode: props.completionMode,
      backoffLimitPerIndex: props.backoffLimitPerIndex,
      maxFailedIndexes: props.maxFailedIndexes,
      podFailurePolicy: props.podFailurePolicy,
      successPolicy: props.successPolicy,
      podReplacementPolicy: props.podReplacementPolicy,
      suspend: props.suspend,
      managedBy: props.managedBy,
    }),
    template,
  };
}

/** The least each number may be. */
const LEAST = [
  ['backoffLimit', 0],
  ['ttlSecondsAfterFinished', 0],
  ['activeDeadlineSeconds', 1],
  ['completions', 1],
  ['parallelism', 0],
  ['backoffLimitPerIndex', 0],
  ['maxFailedIndexes', 0],
] as const;

/** What contradicts itself once the Job is whole. */
export function judgeWholeJob(spec: JobSpec, problems: Problems): void {
  judged(judgeJobFields(toJson_JobSpec(spec) ?? {}), problems);
}

export function judgeJob(props: JobProps, problems: Problems): void {
  for (const [name, least] of LEAST) {
    const value = props[name];
    if (value !== 'none') problems.integer(name, value, least);
  }
  const isIndexed = props.completionMode === 'Indexed';
  problems.unless(
    !isIndexed || props.completions !== undefined,
    'completionMode is Indexed and completions is missing; the server refuses it.',
    'say how many indexes there are.',
  );
  for (const name of ['backoffLimitPerIndex', 'successPolicy'] as const)
    problems.unless(
      isIndexed || props[name] === undefined,
      `${name} is of Indexed Jobs; the server refuses it here.`,
      "set completionMode: 'Indexed', or leave it out.",
    );
  problems.unless(
    props.maxFailedIndexes === undefined || props.backoffLimitPerIndex !== undefined,
    'maxFailedIndexes is given without backoffLimitPerIndex; the server refuses it.',
    'set backoffLimitPerIndex, or leave it out.',
  );
  for (const name of ['podFailurePolicy', 'backoffLimitPerIndex'] as const)
    problems.unless(
      props[name] === undefined || props.restartPolicy === 'Never',
      `${name} judges Pods, and a failed container starts again in its Pod; the server refuses it.`,
      "set restartPolicy: 'Never'.",
    );
  problems.unless(
    props.podReplacementPolicy !== 'TerminatingOrFailed' || props.podFailurePolicy === undefined,
    'podReplacementPolicy is TerminatingOrFailed beside a podFailurePolicy; the server takes only Failed there.',
    "leave it out, or set 'Failed'.",
  );
}
