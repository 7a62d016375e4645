import { judgeJobSetObject } from '../../src/model/jobs/judge-job-set';
import { judged } from '../scheduling/judged';
import type { Problems } from '../shared/problems';
import type { BatchJobProps } from './batch-job-props';
import type { ReplicatedJob } from './job-set';
import { judgeJob } from './job-spec';

/** Numbers and lists as they are given; what they mean together, the rule and the construct ask the same judge. */
export function judgeJobSet(
  name: string,
  { jobSet, ttlSecondsAfterFinished }: BatchJobProps,
  jobs: readonly ReplicatedJob[],
  spec: object,
  problems: Problems,
): void {
  if (jobSet === undefined) return;
  problems.unless(jobs.length > 0, 'jobSet.replicatedJobs is empty: nothing would run.', 'name at least one.');
  if (ttlSecondsAfterFinished !== 'none') problems.integer('ttlSecondsAfterFinished', ttlSecondsAfterFinished, 0);
  problems.integer('jobSet.failurePolicy.maxRestarts', jobSet.failurePolicy?.maxRestarts, 0);
  for (const { name: kind, props, job } of jobs) {
    problems.integer(`jobSet.replicatedJobs.${kind}.replicas`, props.replicas, 1);
    // Where it says neither number there is one Pod, which JobSet numbers as well.
    judgeJob({ ...job, completionMode: job.completionMode ?? 'Indexed', completions: job.completions ?? 1 }, problems);
  }
  judged(judgeJobSetObject({ metadata: { name }, spec }), problems);
}
