import { at, type FieldPath, isJsonObject, type JsonValue, listAt, own } from '../../model/json';
import { POD_KINDS, podTemplateOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

export interface SelectorAt {
  readonly selector: JsonValue | undefined;
  readonly path: FieldPath;
}

/** Kinds that hold a selector, or a Pod template that may. */
export const SELECTOR_HOLDERS: readonly string[] = [
  ...POD_KINDS,
  'policy/PodDisruptionBudget',
  'PersistentVolumeClaim',
  'networking.k8s.io/NetworkPolicy',
  'vpcresources.k8s.aws/SecurityGroupPolicy',
];
const AFFINITIES = ['podAffinity', 'podAntiAffinity'];

/** Every label selector (`matchLabels`, `matchExpressions`) of Kubernetes' own kinds, with its place. */
export function labelSelectorsOf(object: RenderedObject): readonly SelectorAt[] {
  const found: SelectorAt[] = [];
  const add = (...path: FieldPath) => {
    const selector = at(object.value, ...path);
    if (isJsonObject(selector)) found.push({ selector, path });
  };
  switch (`${object.group}/${object.kind}`) {
    case 'apps/Deployment':
    case 'apps/StatefulSet':
    case 'apps/DaemonSet':
    case 'apps/ReplicaSet':
    case 'batch/Job':
    case 'policy/PodDisruptionBudget':
    case '/PersistentVolumeClaim':
      add('spec', 'selector');
      break;
    case 'networking.k8s.io/NetworkPolicy':
      add('spec', 'podSelector');
      for (const [direction, peers] of [
        ['ingress', 'from'],
        ['egress', 'to'],
      ] as const)
        listAt(object.value, 'spec', direction).forEach((rule, r) => {
          listAt(rule, peers).forEach((_, p) => {
            add('spec', direction, r, peers, p, 'podSelector');
            add('spec', direction, r, peers, p, 'namespaceSelector');
          });
        });
      break;
    case 'vpcresources.k8s.aws/SecurityGroupPolicy':
      add('spec', 'podSelector');
      add('spec', 'serviceAccountSelector');
      break;
    default:
      break;
  }
  const template = podTemplateOf(object);
  if (template === undefined) return found;
  const spec = [...template.path, 'spec'];
  listAt(template.spec, 'topologySpreadConstraints').forEach((_, i) => {
    add(...spec, 'topologySpreadConstraints', i, 'labelSelector');
  });
  const affinities = own(template.spec, 'affinity');
  for (const kind of AFFINITIES) {
    const affinity = own(affinities, kind);
    if (affinity === undefined) continue;
    const here = [...spec, 'affinity', kind];
    const required = 'requiredDuringSchedulingIgnoredDuringExecution';
    const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';
    for (const field of ['labelSelector', 'namespaceSelector']) {
      listAt(affinity, required).forEach((_, i) => {
        add(...here, required, i, field);
      });
      listAt(affinity, preferred).forEach((_, i) => {
        add(...here, preferred, i, 'podAffinityTerm', field);
      });
    }
  }
  return found;
}
