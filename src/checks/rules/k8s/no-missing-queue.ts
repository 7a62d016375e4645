import { KUEUE, KUEUE_GROUP } from '../../../knowledge/kubernetes/batch';
import { defined } from '../../../model/defined';
import { type FieldPath, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';

/** One name that an object of Kueue, or what waits in a queue, gives of another. */
interface Reference {
  readonly kind: 'LocalQueue' | 'ClusterQueue' | 'ResourceFlavor';
  readonly name: string;
  readonly path: FieldPath;
  /** What does not happen without it. */
  readonly symptom: string;
}

export const noMissingQueue: ObjectRule = {
  id: 'k8s/no-missing-queue',
  severity: 'error',
  summary: 'The queue of Kueue that a Job waits in exists, and what the queue names does.',
  why: 'Kueue keeps a Job suspended whose queue does not exist, and no event of the Job says that it will never start.',
  see: ['https://kueue.sigs.k8s.io/docs/tasks/run/jobs/', 'https://kueue.sigs.k8s.io/docs/concepts/local_queue/'],
  kinds: [
    'batch/Job',
    'jobset.x-k8s.io/JobSet',
    'apps/Deployment',
    'apps/StatefulSet',
    `${KUEUE_GROUP}/LocalQueue`,
    `${KUEUE_GROUP}/ClusterQueue`,
  ],
  check(object, { index, objects }, tell) {
    for (const { kind, name, path, symptom } of referencesOf(object)) {
      const namespace = kind === 'LocalQueue' ? object.namespace : undefined;
      const isKnown =
        objects.some((one) => one.group === KUEUE_GROUP && one.kind === kind) || hasOutside(kind, index, namespace);
      // Where somebody else makes all queues, nobody here knows them.
      if (!isKnown || index.exists({ group: KUEUE_GROUP, kind, name, ...defined({ namespace }) })) continue;
      const place = kind === 'LocalQueue' ? `namespace ${namespace}` : 'this environment';
      tell({
        path,
        found: name,
        what: `it names ${kind} "${name}", which ${place} does not have, so ${symptom}.${didYouMean(name, index.names(KUEUE_GROUP, kind, namespace))}`,
        fix: `name a ${kind} that is there, render it, or list it under external in environment.yaml.`,
      });
    }
  },
};

function hasOutside(kind: string, index: ObjectIndex, namespace: string | undefined): boolean {
  return index.names(KUEUE_GROUP, kind, namespace).length > 0;
}

function referencesOf(object: RenderedObject): readonly Reference[] {
  if (object.kind === 'LocalQueue') {
    const path = ['spec', 'clusterQueue'];
    return named('ClusterQueue', object, path, 'nothing that waits in it ever starts');
  }
  if (object.kind !== 'ClusterQueue') {
    const path = ['metadata', 'labels', KUEUE.queueName];
    return named('LocalQueue', object, path, 'it stays suspended');
  }
  return listAt(object.value, 'spec', 'resourceGroups').flatMap((group, g) =>
    listAt(group, 'flavors').flatMap((_, f) =>
      named(
        'ResourceFlavor',
        object,
        ['spec', 'resourceGroups', g, 'flavors', f, 'name'],
        'the queue is inactive, and nothing that waits in it starts',
      ),
    ),
  );
}

function named(
  kind: Reference['kind'],
  object: RenderedObject,
  path: FieldPath,
  symptom: string,
): readonly Reference[] {
  const name = textAt(object.value, ...path);
  return name === undefined ? [] : [{ kind, name, path, symptom }];
}
