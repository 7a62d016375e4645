import { DNS_LABEL_OF_LETTER } from '../../grammar/dns';
import { wrongManagedBy } from '../../grammar/managed-by';
import { wrongSpelling } from '../../grammar/spelling';
import { JOB_SET_NAMES, REPLICATED_JOBS } from '../../knowledge/kubernetes/batch';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonObject, type JsonValue, listAt, mapAt, numberAt, textAt } from '../json';
import { didYouMean } from '../suggest';
import { judgeCoordinator } from './judge-coordinator';
import { judgeJobFields } from './judge-job';

/**
 * What JobSet’s webhook refuses of a JobSet, and what the server refuses of its Jobs later.
 * @see https://github.com/kubernetes-sigs/jobset/blob/v0.12.0/pkg/webhooks/jobset_webhook.go
 */
export function judgeJobSetObject(jobSet: unknown): readonly FieldVerdict[] {
  const set = textAt(jobSet, 'metadata', 'name') ?? '';
  const jobs = listAt(jobSet, ...REPLICATED_JOBS);
  const names = jobs.map((job) => textAt(job, 'name') ?? '');
  return [
    ...jobs.flatMap((job, index) => judgeReplicated(set, job, index)),
    ...jobs.flatMap((job, index) => judgeDependencies(job, index, names)),
    ...judgeTargets(jobSet, names),
    ...judgeRuleNames(jobSet),
    ...judgeCoordinator(jobSet),
    ...judgeManager(jobSet),
    ...judgeSubdomain(jobSet),
  ];
}

function judgeReplicated(set: string, job: JsonValue, index: number): readonly FieldVerdict[] {
  const path: FieldPath = [...REPLICATED_JOBS, index];
  const spec = mapAt(job, 'template', 'spec');
  const name = textAt(job, 'name') ?? '';
  const below = [...path, 'template', 'spec'];
  const verdicts = [...judgeNumbered(name, spec), ...judgeJobFields({ completionMode: 'Indexed', ...spec })].map(
    (one): FieldVerdict => ({
      ...one,
      path: [...below, ...one.path],
    }),
  );
  const replicas = numberAt(job, 'replicas') ?? 1;
  const completions = numberAt(spec, 'completions') ?? 1;
  const longest = `${set}-${name}-${replicas - 1}-${completions - 1}`;
  const length = longest.length + JOB_SET_NAMES.podSuffix;
  const wrong = wrongSpelling(`${set}-${name}`, DNS_LABEL_OF_LETTER);
  if (length > JOB_SET_NAMES.longestPod)
    return [
      ...verdicts,
      {
        path: [...path, 'name'],
        found: name,
        what: `Pods of ${name} would be called "${longest}-" and five characters, which is ${length} of ${JOB_SET_NAMES.longestPod} that fit; JobSet refuses it.`,
        fix: 'shorten the name of the JobSet or of the replicated Job.',
      },
    ];
  if (wrong === undefined) return verdicts;
  return [
    ...verdicts,
    {
      path: [...path, 'name'],
      found: name,
      what: `the Jobs of ${name} would be called "${set}-${name}": ${wrong}; JobSet refuses it.`,
      fix: 'use a letter first, then lower-case letters, digits and inner hyphens.',
    },
  ];
}

/** JobSet writes Indexed where a Job says nothing, and without both numbers there is one Pod. */
function judgeNumbered(name: string, spec: JsonObject): readonly FieldVerdict[] {
  const parallelism = numberAt(spec, 'parallelism');
  const isIndexed = (textAt(spec, 'completionMode') ?? 'Indexed') === 'Indexed';
  if (!isIndexed || parallelism === undefined || spec['completions'] !== undefined) return [];
  return [
    {
      path: ['parallelism'],
      found: String(parallelism),
      what: `${name} has parallelism ${parallelism} and no completions: JobSet numbers the Pods, and the server then refuses a Job that does not say how many there are.`,
      fix: `set completions, such as ${parallelism}.`,
    },
  ];
}

function judgeDependencies(job: JsonValue, index: number, names: readonly string[]): readonly FieldVerdict[] {
  const before = names.slice(0, index);
  return listAt(job, 'dependsOn').flatMap((one, d): readonly FieldVerdict[] => {
    const wanted = textAt(one, 'name') ?? '';
    if (before.includes(wanted)) return [];
    return [
      {
        path: [...REPLICATED_JOBS, index, 'dependsOn', d, 'name'],
        found: wanted,
        what: `${names[index]} depends on "${wanted}", which does not stand before it; JobSet refuses it.${didYouMean(wanted, before)}`,
        fix: before.length === 0 ? 'remove dependsOn, or put it behind.' : `name one of: ${before.join(', ')}.`,
      },
    ];
  });
}

/** Kinds of Jobs that policies name. */
function judgeTargets(jobSet: unknown, names: readonly string[]): readonly FieldVerdict[] {
  const success = ['spec', 'successPolicy', 'targetReplicatedJobs'] as const;
  const rules = ['spec', 'failurePolicy', 'rules'] as const;
  const coordinator = ['spec', 'coordinator', 'replicatedJob'] as const;
  const lists: readonly FieldPath[] = [
    success,
    ...listAt(jobSet, ...rules).map((_, rule) => [...rules, rule, 'targetReplicatedJobs']),
  ];
  const places = [
    ...lists.flatMap((list) => listAt(jobSet, ...list).map((_, index) => [...list, index])),
    ...(at(jobSet, ...coordinator) === undefined ? [] : [coordinator]),
  ];
  return places.flatMap((path): readonly FieldVerdict[] => {
    const name = textAt(jobSet, ...path) ?? '';
    if (names.includes(name)) return [];
    return [
      {
        path,
        found: name,
        wanted: names.join(', '),
        what: `${String(path[1])} names "${name}", and there is no such replicated Job; JobSet refuses it.${didYouMean(name, names)}`,
        fix: `use one of: ${names.join(', ')}.`,
      },
    ];
  });
}

function judgeRuleNames(jobSet: unknown): readonly FieldVerdict[] {
  const rules = ['spec', 'failurePolicy', 'rules'] as const;
  const names = listAt(jobSet, ...rules).map((rule) => textAt(rule, 'name'));
  return names.flatMap((name, index): readonly FieldVerdict[] => {
    if (name === undefined) return [];
    const wrong = wrongSpelling(name, JOB_SET_NAMES.failureRule);
    const reason = wrong ?? (names.indexOf(name) === index ? undefined : 'another rule has that name');
    if (reason === undefined) return [];
    return [
      {
        path: [...rules, index, 'name'],
        found: name,
        what: `a rule of failurePolicy is called "${name}": ${reason}; JobSet refuses it.`,
        fix: 'rename it, or leave the name out.',
      },
    ];
  });
}

function judgeManager(jobSet: unknown): readonly FieldVerdict[] {
  const manager = textAt(jobSet, 'spec', 'managedBy');
  const wrong = manager === undefined ? undefined : wrongManagedBy(manager);
  if (manager === undefined || wrong === undefined) return [];
  return [
    {
      path: ['spec', 'managedBy'],
      found: manager,
      what: `managedBy is "${manager}": ${wrong}; JobSet refuses it.`,
      fix: 'write a domain and a path, such as kueue.x-k8s.io/multikueue.',
    },
  ];
}

function judgeSubdomain(jobSet: unknown): readonly FieldVerdict[] {
  const path = ['spec', 'network', 'subdomain'] as const;
  const subdomain = textAt(jobSet, ...path);
  const wrong = subdomain === undefined ? undefined : wrongSpelling(subdomain, DNS_LABEL_OF_LETTER);
  if (subdomain === undefined || wrong === undefined) return [];
  return [
    {
      path,
      found: subdomain,
      what: `network.subdomain is "${subdomain}": ${wrong}; JobSet refuses it.`,
      fix: 'use a letter first, then lower-case letters, digits and inner hyphens.',
    },
  ];
}
