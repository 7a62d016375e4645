import { at, numberAt } from '../json';
import { POD_KINDS } from '../pod-spec';
import type { RenderedObject } from '../rendered-object';

/** Kinds whose Pods somebody else starts, at another time. */
const LATER: ReadonlySet<string> = new Set(['batch/CronJob', 'PodTemplate', 'keda.sh/ScaledJob']);
const STARTED: ReadonlySet<string> = new Set([
  ...POD_KINDS.filter((kind) => !LATER.has(kind)),
  'jobset.x-k8s.io/JobSet',
]);

/** Whether the sync that applies an object starts Pods, and waits until they are ready or have ended. */
export function startsPods({ group, kind, value }: RenderedObject): boolean {
  if (!STARTED.has(group === '' ? kind : `${group}/${kind}`)) return false;
  return numberAt(value, 'spec', 'replicas') !== 0 && at(value, 'spec', 'suspend') !== true;
}
