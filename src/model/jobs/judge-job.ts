import { wrongManagedBy } from '../../grammar/managed-by';
import type { FieldVerdict } from '../field-verdict';
import { type JsonObject, numberAt, textAt } from '../json';
import { judgeFailurePolicy } from './judge-failure-policy';
import { judgeSuccessPolicy } from './judge-success-policy';

/** The most that an Indexed Job may have of each; with more indexes and tries of each, fewer. */
const MOST = 100_000;
const MOST_OF_MANY = 10_000;

/**
 * Fields of a Job that contradict each other, or that the server refuses beside what its schema says.
 * @param spec a Job's, with its template
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/batch/validation/validation.go (validateJobSpec)
 */
export function judgeJobFields(spec: JsonObject): readonly FieldVerdict[] {
  return [
    ...judgeManager(spec),
    ...(spec['completionMode'] === 'Indexed' ? judgeIndexes(spec) : []),
    ...judgeFailurePolicy(spec),
    ...judgeSuccessPolicy(spec),
  ];
}

function judgeManager(spec: JsonObject): readonly FieldVerdict[] {
  const found = textAt(spec, 'managedBy');
  const wrong = found === undefined ? undefined : wrongManagedBy(found);
  if (found === undefined || wrong === undefined) return [];
  const what = `managedBy is "${found}": ${wrong}; the server refuses it.`;
  return [{ path: ['managedBy'], found, what, fix: 'write a domain and a path, such as kueue.x-k8s.io/multikueue.' }];
}

function judgeIndexes(spec: JsonObject): readonly FieldVerdict[] {
  const completions = numberAt(spec, 'completions');
  const failed = numberAt(spec, 'maxFailedIndexes');
  const isLarge = completions !== undefined && completions > MOST && spec['backoffLimitPerIndex'] !== undefined;
  const most = isLarge ? MOST_OF_MANY : MOST;
  const many = isLarge ? `, with backoffLimitPerIndex and more than ${MOST} completions,` : '';
  const found: FieldVerdict[] = [];
  for (const field of ['parallelism', 'maxFailedIndexes'] as const) {
    const value = numberAt(spec, field);
    if (value !== undefined && value > most)
      found.push({
        path: [field],
        found: String(value),
        wanted: `at most ${most}`,
        what: `${field} is ${value}; an Indexed Job${many} has at most ${most}, and the server refuses it.`,
        fix: 'lower it.',
      });
  }
  if (failed !== undefined && completions !== undefined && failed > completions)
    found.push({
      path: ['maxFailedIndexes'],
      found: String(failed),
      wanted: `at most ${completions}`,
      what: `maxFailedIndexes is ${failed}, and the Job has ${completions} indexes; the server refuses it.`,
      fix: 'lower it, or leave it out.',
    });
  if (isLarge && failed === undefined)
    found.push({
      path: ['maxFailedIndexes'],
      found: 'nothing',
      what: `backoffLimitPerIndex is given with more than ${MOST} completions, and maxFailedIndexes is missing; the server refuses it.`,
      fix: `set maxFailedIndexes, at most ${MOST_OF_MANY}.`,
    });
  return found;
}
