import { REPLICATED_JOBS } from '../../knowledge/kubernetes/batch';
import type { FieldVerdict } from '../field-verdict';
import { listAt, numberAt, textAt } from '../json';

const COORDINATOR = ['spec', 'coordinator'] as const;

/** The numbers of a JobSet’s coordinator, where its kind of Job is there: there has to be such a Job, with such a Pod. */
export function judgeCoordinator(jobSet: unknown): readonly FieldVerdict[] {
  const name = textAt(jobSet, ...COORDINATOR, 'replicatedJob');
  const job = listAt(jobSet, ...REPLICATED_JOBS).find((one) => textAt(one, 'name') === name);
  if (name === undefined || job === undefined) return [];
  const counts = {
    jobIndex: [numberAt(job, 'replicas') ?? 1, 'Jobs'],
    podIndex: [numberAt(job, 'template', 'spec', 'completions') ?? 1, 'Pods'],
  } as const;
  return Object.entries(counts).flatMap(([field, [count, of]]): readonly FieldVerdict[] => {
    const index = numberAt(jobSet, ...COORDINATOR, field);
    // None at all is the matter of another verdict.
    if (index === undefined || count < 1 || (Number.isInteger(index) && index >= 0 && index < count)) return [];
    return [
      {
        path: [...COORDINATOR, field],
        found: String(index),
        wanted: `0 to ${count - 1}`,
        what: `coordinator.${field} is ${index}, and the ${of} of ${name} are numbered from 0 to ${count - 1}; JobSet refuses it.`,
        fix: `use a whole number from 0 to ${count - 1}.`,
      },
    ];
  });
}
