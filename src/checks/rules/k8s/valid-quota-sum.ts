import { at, mapAt, numberAt } from '../../../model/json';
import { podRequest } from '../../../model/pod-requests';
import { containersOf, type PodTemplate, runsAlong } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule } from '../../engine/rule';
import { amountOf } from './valid-resources';

/** What a quota calls the requests of a resource: both names mean the same. */
const BOUNDS: Readonly<Record<string, 'cpu' | 'memory'>> = {
  cpu: 'cpu',
  'requests.cpu': 'cpu',
  memory: 'memory',
  'requests.memory': 'memory',
};

/** What runs all the time; Jobs come and go, and a DaemonSet has as many Pods as there are nodes. */
const LASTING: readonly string[] = ['Deployment', 'StatefulSet', 'ReplicaSet', 'Rollout'];

export const validQuotaSum: ObjectRule = {
  id: 'k8s/valid-quota-sum',
  severity: 'warning',
  summary: 'A ResourceQuota has room for the Pods that are rendered into its namespace.',
  why: 'Pods above a quota are never made: the Deployment stays below its replicas, and only an event of its ReplicaSet says why.',
  see: ['https://kubernetes.io/docs/concepts/policy/resource-quotas/'],
  kinds: ['ResourceQuota'],
  check(object, { index }, tell) {
    // Which of the Pods a quota with scopes counts is another question.
    if (at(object.value, 'spec', 'scopes') !== undefined || at(object.value, 'spec', 'scopeSelector') !== undefined)
      return;
    const namespace = object.namespace ?? '';
    const templates = index.templatesIn(namespace).filter(({ owner }) => LASTING.includes(owner.kind));
    for (const [name, hard] of Object.entries(mapAt(object.value, 'spec', 'hard'))) {
      const resource = Object.hasOwn(BOUNDS, name) ? BOUNDS[name] : undefined;
      const most = amountOf(hard);
      if (most === undefined || (resource === undefined && name !== 'pods')) continue;
      const sum = templates.reduce(
        (all, one) => all + podsOf(one.owner) * (resource ? requestOf(one, resource) : 1),
        0,
      );
      // Sums of fractions end in many digits.
      if (sum <= most * (1 + 1e-9)) continue;
      tell({
        path: ['spec', 'hard', name],
        found: String(hard),
        what: `it allows ${name} ${hard}, and what is rendered into namespace ${namespace} takes ${shown(sum, resource)} at least: the Pods above it are never made.`,
        fix: `raise it, or lower the ${resource === undefined ? 'number of Pods' : 'requests or the number of Pods'} of ${namespace}.`,
      });
    }
  },
};

/** As few as run: where an autoscaler says how many, one. */
function podsOf(owner: RenderedObject): number {
  return numberAt(owner.value, 'spec', 'replicas') ?? 1;
}

function requestOf(template: PodTemplate, resource: 'cpu' | 'memory'): number {
  return podRequest(
    containersOf(template).map((one) => {
      const amount =
        at(one.container, 'resources', 'requests', resource) ?? at(one.container, 'resources', 'limits', resource);
      const request = amountOf(amount) ?? 0;
      return { request, runsAlong: runsAlong(one), init: one.init };
    }),
  );
}

function shown(sum: number, resource: 'cpu' | 'memory' | undefined): string {
  return resource === 'memory' ? `${Math.ceil(sum / 2 ** 20)}Mi` : String(Number(sum.toFixed(3)));
}
