import { type FieldPath, textAt } from '../../../model/json';
import { podTemplateOf } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';
import { CLAIM_HOLDERS, claimsOf } from '../../reads/claims';

interface ClassReference {
  readonly group: string;
  readonly kind: string;
  readonly path: FieldPath;
  /** What happens where the class does not exist. */
  readonly symptom: string;
}

export const noMissingClass: ObjectRule = {
  id: 'k8s/no-missing-class',
  severity: 'error',
  summary:
    'The IngressClass of an Ingress, the PriorityClass and RuntimeClass of a Pod, and the classes of volumes and snapshots exist.',
  why: 'An Ingress of a class that does not exist is ignored by every controller, without an event. A Pod of a priority or runtime class that does not exist is refused when its workload creates it.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    'https://kubernetes.io/docs/concepts/containers/runtime-class/',
    'https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/',
    'https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/',
  ],
  kinds: ['networking.k8s.io/Ingress', 'snapshot.storage.k8s.io/VolumeSnapshot', ...CLAIM_HOLDERS],
  check(object, { index }, tell) {
    for (const { group, kind, path, symptom } of referencesOf(object)) {
      const name = textAt(object.value, ...path);
      if (name === undefined || index.exists({ group, kind, name })) continue;
      tell({
        path,
        found: name,
        what: `${kind} "${name}" does not exist, so ${symptom}.${didYouMean(name, index.names(group, kind))}`,
        fix: `render the ${kind}, or declare it under \`external\` in environment.yaml.`,
      });
    }
  },
};

const INGRESS: readonly ClassReference[] = [
  {
    group: 'networking.k8s.io',
    kind: 'IngressClass',
    path: ['spec', 'ingressClassName'],
    symptom: 'no controller takes the Ingress and makes a load balancer for it',
  },
];

const SNAPSHOT: readonly ClassReference[] = [
  {
    group: 'snapshot.storage.k8s.io',
    kind: 'VolumeSnapshotClass',
    path: ['spec', 'volumeSnapshotClassName'],
    symptom: 'no driver takes the snapshot',
  },
];

function referencesOf(object: RenderedObject): readonly ClassReference[] {
  if (object.kind === 'Ingress') return INGRESS;
  if (object.kind === 'VolumeSnapshot') return SNAPSHOT;
  return [...claimClasses(object), ...podClasses(object)];
}

function claimClasses(object: RenderedObject): readonly ClassReference[] {
  return claimsOf(object).map(({ path }) => ({
    group: 'storage.k8s.io',
    kind: 'VolumeAttributesClass',
    path: [...path, 'volumeAttributesClassName'],
    symptom: 'the claim stays Pending, or its volume as it is',
  }));
}

function podClasses(object: RenderedObject): readonly ClassReference[] {
  const template = podTemplateOf(object);
  if (template === undefined) return [];
  const symptom = 'the server refuses the Pods';
  const spec = [...template.path, 'spec'];
  return [
    { group: 'scheduling.k8s.io', kind: 'PriorityClass', path: [...spec, 'priorityClassName'], symptom },
    { group: 'node.k8s.io', kind: 'RuntimeClass', path: [...spec, 'runtimeClassName'], symptom },
  ];
}
