import { autoscalersOf } from '../autoscaling/autoscalers';
import { at, type FieldPath, numberAt, textAt } from '../json';
import type { ObjectLookup } from '../object-lookup';
import type { PodTemplate } from '../pod-spec';
import type { RenderedObject } from '../rendered-object';
import type { Range } from './placement';

/** How many Pods there are at once, and whether they end. */
export interface PodCount {
  /** Absent for a DaemonSet. */
  readonly pods?: Range;
  readonly ends?: true;
}

/** KEDA's own: what holds where a ScaledObject or ScaledJob says nothing. @see https://keda.sh/docs/latest/reference/scaledobject-spec/ */
const KEDA_MOST = 100;

/** Pods of a workload at least and at most, with what scales it. */
export function podCountOf({ owner, path }: PodTemplate, lookup: ObjectLookup): PodCount {
  switch (owner.kind) {
    case 'DaemonSet':
      return {};
    case 'Job':
      return ending(parallelism(owner, ['spec']));
    case 'CronJob':
      return ending(parallelism(owner, ['spec', 'jobTemplate', 'spec']));
    case 'ScaledJob': {
      const most = numberAt(owner.value, 'spec', 'maxReplicaCount') ?? KEDA_MOST;
      return ending(most * parallelism(owner, ['spec', 'jobTargetRef']));
    }
    case 'JobSet': {
      // …, replicatedJobs, 0, template, spec, template
      const replicas = numberAt(owner.value, ...path.slice(0, -3), 'replicas') ?? 1;
      return ending(replicas * parallelism(owner, path.slice(0, -1)));
    }
    case 'Pod':
    case 'PodTemplate':
      return { pods: { min: 1, max: 1 } };
    default:
      return { pods: replicasOf(owner, lookup) };
  }
}

function ending(most: number): PodCount {
  return { pods: { min: 0, max: most }, ends: true };
}

function parallelism({ value }: RenderedObject, job: FieldPath): number {
  const most = numberAt(value, ...job, 'parallelism') ?? 1;
  const completions = numberAt(value, ...job, 'completions');
  return completions === undefined ? most : Math.min(most, completions);
}

function replicasOf(owner: RenderedObject, lookup: ObjectLookup): Range {
  const scaled = autoscalersOf(owner, lookup).map(rangeOf);
  if (scaled.length > 0)
    return { min: Math.min(...scaled.map(({ min }) => min)), max: Math.max(...scaled.map(({ max }) => max)) };
  const rollout = rolloutOf(owner, lookup);
  if (rollout !== undefined) return replicasOf(rollout, lookup);
  const replicas = numberAt(owner.value, 'spec', 'replicas') ?? 1;
  return { min: replicas, max: replicas };
}

/** A Rollout may run the template of a Deployment, which it scales down. */
function rolloutOf({ kind, name, namespace }: RenderedObject, lookup: ObjectLookup): RenderedObject | undefined {
  if (kind !== 'Deployment') return undefined;
  return lookup.inNamespace('argoproj.io', 'Rollout', namespace).find(({ value }) => {
    const reference = at(value, 'spec', 'workloadRef');
    return textAt(reference, 'kind') === kind && textAt(reference, 'name') === name;
  });
}

function rangeOf({ group, value }: RenderedObject): Range {
  if (group === 'keda.sh')
    return {
      min: numberAt(value, 'spec', 'minReplicaCount') ?? 0,
      max: numberAt(value, 'spec', 'maxReplicaCount') ?? KEDA_MOST,
    };
  const min = numberAt(value, 'spec', 'minReplicas') ?? 1;
  return { min, max: numberAt(value, 'spec', 'maxReplicas') ?? min };
}
