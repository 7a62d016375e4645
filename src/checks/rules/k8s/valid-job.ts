import { judgeJobFields } from '../../../model/jobs/judge-job';
import { at, type FieldPath, isJsonObject, type JsonObject, mapAt } from '../../../model/json';
import type { ObjectRule, Tell } from '../../engine/rule';

/** Where each kind keeps its Job. */
const JOBS: Readonly<Record<string, FieldPath>> = {
  'batch/Job': ['spec'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec'],
  'keda.sh/ScaledJob': ['spec', 'jobTargetRef'],
};

export const validJob: ObjectRule = {
  id: 'k8s/valid-job',
  severity: 'error',
  summary: 'A Job’s completion mode, failure and success policy and limits fit each other.',
  why: 'The fields of a Job depend on its completion mode and restart policy. The server refuses those that do not fit, for a CronJob too, and the Jobs that KEDA makes of a ScaledJob.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode',
    'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy',
  ],
  kinds: Object.keys(JOBS),
  check(object, _context, tell) {
    const path = JOBS[`${object.group}/${object.kind}`] ?? [];
    const spec = mapAt(object.value, ...path);
    judgeJob(spec, path, tell);
    for (const one of judgeJobFields(spec)) tell({ ...one, path: [...path, ...one.path] });
  },
};

function judgeJob(spec: JsonObject, path: FieldPath, tell: Tell): void {
  const indexed = spec['completionMode'] === 'Indexed';
  // With neither of the two there is one Pod.
  if (indexed && typeof spec['completions'] !== 'number' && typeof spec['parallelism'] === 'number')
    tell({
      path: [...path, 'completions'],
      found: 'nothing',
      what: 'an Indexed Job numbers its Pods, so the server wants to know how many there are.',
      fix: 'set `completions`.',
    });
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy']) {
    if (indexed || spec[field] === undefined) continue;
    tell({
      path: [...path, field],
      what: `only an Indexed Job has indexes for \`${field}\`; the server refuses it.`,
      fix: `set \`completionMode: Indexed\`, or remove \`${field}\`.`,
    });
  }
  const restart = at(spec, 'template', 'spec', 'restartPolicy');
  // Any other policy is the finding of k8s/valid-pod.
  if (isJsonObject(spec['podFailurePolicy']) && restart === 'OnFailure')
    tell({
      path: [...path, 'template', 'spec', 'restartPolicy'],
      found: 'OnFailure',
      wanted: 'Never',
      what: 'a failure policy looks at Pods that have failed, and with OnFailure none ever does; the server refuses that.',
      fix: 'set `restartPolicy: Never`.',
    });
}
