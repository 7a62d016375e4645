import { type FieldPath, textAt } from '../../../model/json';
import { POD_KINDS, podTemplateOf } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

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
  summary: 'The IngressClass of an Ingress, and the PriorityClass and RuntimeClass of a Pod, exist.',
  why: 'An Ingress of a class that does not exist is ignored by every controller, without an event. A Pod of a priority or runtime class that does not exist is refused when its workload creates it.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
    'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    'https://kubernetes.io/docs/concepts/containers/runtime-class/',
  ],
  kinds: ['networking.k8s.io/Ingress', ...POD_KINDS],
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

function referencesOf(object: RenderedObject): readonly ClassReference[] {
  if (object.kind === 'Ingress') return INGRESS;
  const template = podTemplateOf(object);
  if (template === undefined) return [];
  const symptom = 'the server refuses the Pods';
  const spec = [...template.path, 'spec'];
  return [
    { group: 'scheduling.k8s.io', kind: 'PriorityClass', path: [...spec, 'priorityClassName'], symptom },
    { group: 'node.k8s.io', kind: 'RuntimeClass', path: [...spec, 'runtimeClassName'], symptom },
  ];
}
