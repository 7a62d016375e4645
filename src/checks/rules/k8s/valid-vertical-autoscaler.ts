import { VERTICAL_POD_AUTOSCALER } from '../../../knowledge/kubernetes/vertical-autoscaling';
import { judgeVertical, updateModeOf } from '../../../model/autoscaling/judge-vertical';
import { describeIdentity, identityKey } from '../../../model/identity';
import { listAt, textAt } from '../../../model/json';
import { containersOf, podTemplateOf } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { scaleTargetOf } from '../../../model/scale-target';
import { didYouMean } from '../../../model/suggest';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule, Tell } from '../../engine/rule';

const { group, kind } = VERTICAL_POD_AUTOSCALER;

export const validVerticalAutoscaler: ObjectRule = {
  id: 'k8s/valid-vertical-autoscaler',
  severity: 'error',
  summary:
    'A VerticalPodAutoscaler has its workload alone, and changes no request that another autoscaler measures by.',
  why: 'Two autoscalers of one workload undo each other: one raises requests, the other counts Pods by their share of them. Without a mode, Pods are evicted.',
  see: [
    'https://github.com/kubernetes/autoscaler/blob/vertical-pod-autoscaler-1.7.1/vertical-pod-autoscaler/docs/known-limitations.md',
    'https://github.com/kubernetes/autoscaler/blob/vertical-pod-autoscaler-1.7.1/vertical-pod-autoscaler/docs/features.md',
  ],
  kinds: [`${group}/${kind}`],
  check(object, { index, schemas }, tell) {
    const minor = Number(schemas.kubernetesVersion.split('.')[1]);
    for (const verdict of judgeVertical(object.value, minor)) tell(verdict);
    judgeTwins(object, index, tell);
    judgeContainers(object, index, tell);
    if (updateModeOf(object.value) !== 'Off') judgeHorizontal(object, index, tell);
  },
};

function judgeTwins(object: RenderedObject, index: ObjectIndex, tell: Tell): void {
  const target = identityKey(scaleTargetOf(object));
  const twin = index
    .inNamespace(group, kind, object.namespace)
    .find((one) => one !== object && identityKey(scaleTargetOf(one)) === target);
  if (twin === undefined) return;
  tell({
    path: ['spec', 'targetRef'],
    found: describeIdentity(twin),
    what: `${describeIdentity(twin)} has the same ${scaleTargetOf(object).kind} "${scaleTargetOf(object).name}". Only one of them recommends, and nobody knows which.`,
    fix: 'keep one of them.',
  });
}

/** A policy of a container that nobody has is not read. Injected containers are not in the template, so nobody can be sure. */
function judgeContainers(object: RenderedObject, index: ObjectIndex, tell: Tell): void {
  const target = index.find(scaleTargetOf(object));
  const template = target === undefined ? undefined : podTemplateOf(target);
  if (template === undefined) return;
  const names = containersOf(template).map(({ container }) => String(container['name']));
  listAt(object.value, 'spec', 'resourcePolicy', 'containerPolicies').forEach((policy, position) => {
    const name = textAt(policy, 'containerName') ?? '*';
    if (name === '*' || names.includes(name)) return;
    tell({
      path: ['spec', 'resourcePolicy', 'containerPolicies', position, 'containerName'],
      found: name,
      wanted: names.join(', '),
      severity: 'warning',
      what: `it has a policy for container "${name}", which ${describeIdentity(template.owner)} does not have. Unless something injects that container, the policy is not read.${didYouMean(name, names)}`,
      fix: 'name a container of the workload.',
    });
  });
}

function judgeHorizontal(object: RenderedObject, index: ObjectIndex, tell: Tell): void {
  const target = identityKey(scaleTargetOf(object));
  for (const horizontal of horizontalsOf(object, index)) {
    const shared = measuredShares(horizontal).filter((resource) => controls(object, resource));
    if (identityKey(scaleTargetOf(horizontal)) !== target || shared.length === 0) continue;
    tell({
      path: ['spec', 'updatePolicy', 'updateMode'],
      found: updateModeOf(object.value),
      wanted: 'Off',
      what: `it changes requests of ${shared.join(' and ')}, by whose share ${describeIdentity(horizontal)} counts the Pods: each moves what the other measures, and the number of Pods never settles.`,
      fix: `set \`updateMode: "Off"\`, or leave ${shared.join(' and ')} out of \`controlledResources\`.`,
    });
  }
}

function horizontalsOf({ namespace }: RenderedObject, index: ObjectIndex): readonly RenderedObject[] {
  return [
    ...index.inNamespace('autoscaling', 'HorizontalPodAutoscaler', namespace),
    ...index.inNamespace('keda.sh', 'ScaledObject', namespace),
  ];
}

/** The resources that an autoscaler measures as a share of requests. */
function measuredShares({ value, group: owner }: RenderedObject): readonly string[] {
  if (owner === 'keda.sh')
    return listAt(value, 'spec', 'triggers').flatMap((trigger) => {
      const type = textAt(trigger, 'type') ?? '';
      return ['cpu', 'memory'].includes(type) && textAt(trigger, 'metricType') !== 'AverageValue' ? [type] : [];
    });
  const metrics = listAt(value, 'spec', 'metrics');
  // Kubernetes measures CPU where no metric is given.
  if (metrics.length === 0) return ['cpu'];
  return metrics.flatMap((metric) =>
    ['resource', 'containerResource'].flatMap((source) => {
      const resource = textAt(metric, source, 'name');
      return resource === undefined || textAt(metric, source, 'target', 'type') !== 'Utilization' ? [] : [resource];
    }),
  );
}

/** Whether any container gets other requests of a resource. */
function controls({ value }: RenderedObject, resource: string): boolean {
  const policies = listAt(value, 'spec', 'resourcePolicy', 'containerPolicies');
  if (!policies.some((policy) => (textAt(policy, 'containerName') ?? '*') === '*')) return true;
  return policies.some((policy) => {
    const resources = listAt(policy, 'controlledResources');
    return textAt(policy, 'mode') !== 'Off' && (resources.length === 0 || resources.includes(resource));
  });
}
