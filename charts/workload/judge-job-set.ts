import { DNS_LABEL_OF_LETTER } from '../../src/grammar/dns';
import { wrongManagedBy } from '../../src/grammar/managed-by';
import { wrongSpelling } from '../../src/grammar/spelling';
import { JOB_SET_NAMES } from '../../src/knowledge/kubernetes/batch';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import type { BatchJobProps } from './batch-job-props';
import type { ReplicatedJob } from './job-set';
import type { JobSetProps } from './job-set-props';
import { jobSpec, judgeJob, judgeWholeJob } from './job-spec';

/**
 * What JobSet's webhook refuses, and what the Job controller refuses later.
 * @see https://github.com/kubernetes-sigs/jobset/blob/v0.12.0/pkg/webhooks/jobset_webhook.go
 */
export function judgeJobSet(
  name: string,
  { jobSet, managedBy, ttlSecondsAfterFinished }: BatchJobProps,
  jobs: readonly ReplicatedJob[],
  problems: Problems,
): void {
  if (jobSet === undefined) return;
  problems.unless(jobs.length > 0, 'jobSet.replicatedJobs is empty: nothing would run.', 'name at least one.');
  if (ttlSecondsAfterFinished !== 'none') problems.integer('ttlSecondsAfterFinished', ttlSecondsAfterFinished, 0);
  problems.integer('jobSet.failurePolicy.maxRestarts', jobSet.failurePolicy?.maxRestarts, 0);
  for (const [index, job] of jobs.entries()) {
    judgeReplicated(name, job, problems);
    judgeDependency(job, jobs.slice(0, index), problems);
  }
  judgeNames(jobSet, jobs, problems);
  judgeTexts(jobSet, managedBy, problems);
}

/** Names that JobSet only reads. */
function judgeTexts({ failurePolicy, network }: JobSetProps, managedBy: string | undefined, problems: Problems): void {
  const manager = managedBy === undefined ? undefined : wrongManagedBy(managedBy);
  problems.unless(
    manager === undefined,
    `managedBy is "${managedBy}": ${manager}; JobSet refuses it.`,
    'write a domain and a path, such as kueue.x-k8s.io/multikueue.',
  );
  const wrong = network?.subdomain === undefined ? undefined : wrongSpelling(network.subdomain, DNS_LABEL_OF_LETTER);
  problems.unless(
    wrong === undefined,
    `jobSet.network.subdomain is "${network?.subdomain}": ${wrong}; JobSet refuses it.`,
    'use a letter first, then lower-case letters, digits and inner hyphens.',
  );
  const names = (failurePolicy?.rules ?? []).flatMap(({ name }) => name ?? []);
  for (const [index, name] of names.entries()) {
    const misspelt = wrongSpelling(name, JOB_SET_NAMES.failureRule);
    problems.unless(
      misspelt === undefined,
      `a rule of jobSet.failurePolicy is called "${name}": ${misspelt}; JobSet refuses it.`,
      'rename it, or leave the name out.',
    );
    problems.unless(
      names.indexOf(name) === index,
      `two rules of jobSet.failurePolicy are called "${name}"; JobSet refuses it.`,
      'rename one of them.',
    );
  }
}

function judgeReplicated(set: string, { name, props, job, template }: ReplicatedJob, problems: Problems): void {
  const { replicas = 1 } = props;
  problems.integer(`jobSet.replicatedJobs.${name}.replicas`, replicas, 1);
  const { completionMode = 'Indexed', completions, parallelism } = job;
  problems.unless(
    completionMode !== 'Indexed' || parallelism === undefined || completions !== undefined,
    `jobSet.replicatedJobs.${name} has parallelism ${parallelism} and no completions: JobSet numbers the Pods, and the server then refuses a Job that does not say how many there are.`,
    `set completions, such as ${parallelism}.`,
  );
  const whole = { ...job, completionMode, completions: completions ?? 1 };
  judgeJob(whole, problems);
  judgeWholeJob(jobSpec(whole, template), problems);
  const longest = `${set}-${name}-${replicas - 1}-${(job.completions ?? 1) - 1}`;
  problems.unless(
    longest.length + JOB_SET_NAMES.podSuffix <= JOB_SET_NAMES.longestPod,
    `Pods of ${name} would be called "${longest}-" and five characters, which is ${longest.length + JOB_SET_NAMES.podSuffix} of ${JOB_SET_NAMES.longestPod} that fit; JobSet refuses it.`,
    'shorten the name of the BatchJob or of the replicated Job.',
  );
  const wrong = wrongSpelling(`${set}-${name}`, DNS_LABEL_OF_LETTER);
  problems.unless(
    wrong === undefined || longest.length + JOB_SET_NAMES.podSuffix > JOB_SET_NAMES.longestPod,
    `the Jobs of ${name} would be called "${set}-${name}": ${wrong}; JobSet refuses it.`,
    'use a letter first, then lower-case letters, digits and inner hyphens.',
  );
}

function judgeDependency({ name, props }: ReplicatedJob, before: readonly ReplicatedJob[], problems: Problems): void {
  const wanted = props.dependsOn?.replicatedJob;
  const names = before.map((one) => one.name);
  problems.unless(
    wanted === undefined || names.includes(wanted),
    `jobSet.replicatedJobs.${name} depends on "${wanted}", which does not stand before it; JobSet refuses it.${didYouMean(wanted ?? '', names)}`,
    names.length === 0 ? 'leave dependsOn out, or put it behind.' : `name one of: ${names.join(', ')}.`,
  );
}

/** Kinds of Jobs that policies name. */
function judgeNames(jobSet: JobSetProps, jobs: readonly ReplicatedJob[], problems: Problems): void {
  const known = jobs.map(({ name }) => name);
  const { successPolicy, failurePolicy, coordinator } = jobSet;
  const named = [
    ...(successPolicy?.targetReplicatedJobs ?? []).map((name) => ['successPolicy', name] as const),
    ...(failurePolicy?.rules ?? []).flatMap(({ targetReplicatedJobs = [] }) =>
      targetReplicatedJobs.map((name) => ['failurePolicy', name] as const),
    ),
    ...(coordinator === undefined ? [] : [['coordinator', coordinator.replicatedJob] as const]),
  ];
  for (const [policy, name] of named)
    problems.unless(
      known.includes(name),
      `jobSet.${policy} names "${name}", and there is no such replicated Job; JobSet refuses it.${didYouMean(name, known)}`,
      `use one of: ${known.join(', ')}.`,
    );
  judgeCoordinator(jobSet, jobs, problems);
}

function judgeCoordinator({ coordinator }: JobSetProps, jobs: readonly ReplicatedJob[], problems: Problems): void {
  const found = jobs.find(({ name }) => name === coordinator?.replicatedJob);
  if (coordinator === undefined || found === undefined) return;
  problems.integer('jobSet.coordinator.jobIndex', coordinator.jobIndex, 0, (found.props.replicas ?? 1) - 1);
  problems.integer('jobSet.coordinator.podIndex', coordinator.podIndex, 0, (found.job.completions ?? 1) - 1);
}
