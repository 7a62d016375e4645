import { describeIdentity, splitApiVersion } from '../../../model/identity';
import { at, listAt, mapAt, textAt } from '../../../model/json';
import { containersOf, podTemplateOf } from '../../../model/pod-spec';
import type { ObjectRule } from '../../engine/rule';
import { judgeBehavior } from '../../reads/autoscaler-behavior';
import { judgeAutoscaler } from '../../reads/autoscaler-spec';
import { requestOf } from '../../reads/request';

export const validAutoscaler: ObjectRule = {
  id: 'k8s/valid-autoscaler',
  severity: 'error',
  summary:
    'An autoscaler’s bounds, metrics and behavior are in order; its workload states no replicas, and the requests they need.',
  why: 'An autoscaler that the server refuses fails the sync. One whose workload states replicas is undone by each sync, and one that measures by requests that are missing never scales.',
  see: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-resource-metrics',
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/autoscaling/validation/validation.go',
  ],
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  check(object, { index }, tell) {
    judgeAutoscaler(object.value, tell);
    judgeBehavior(object.value, tell);
    const ref = mapAt(object.value, 'spec', 'scaleTargetRef');
    const { group } = splitApiVersion(textAt(ref, 'apiVersion') ?? 'apps/v1');
    const target = index.find({
      group,
      kind: textAt(ref, 'kind') ?? '',
      namespace: object.namespace ?? '',
      name: textAt(ref, 'name') ?? '',
    });
    if (target === undefined) return;
    if (at(target.value, 'spec', 'replicas') !== undefined) {
      tell({
        path: ['spec', 'scaleTargetRef'],
        what: `it scales ${describeIdentity(target)}, which also states replicas. Each sync sets the count back, at the worst moment.`,
        fix: 'leave `replicas` out of the workload.',
      });
    }
    const template = podTemplateOf(target);
    if (template === undefined) return;
    listAt(object.value, 'spec', 'metrics').forEach((metric, position) => {
      const name = textAt(metric, 'resource', 'name');
      if (name === undefined || textAt(metric, 'resource', 'target', 'type') !== 'Utilization') return;
      const without = containersOf(template).filter(
        ({ container, init }) => !init && requestOf(container, name, object.namespace ?? '', index) === undefined,
      );
      if (without.length === 0) return;
      const containers = without.map(({ container }) => String(container['name'])).join(', ');
      tell({
        path: ['spec', 'metrics', position],
        found: name,
        what: `it measures ${name} against requests, and container ${containers} of ${describeIdentity(target)} requests none, so it never scales by that (FailedGetResourceMetric).`,
        fix: `request ${name} in every container.`,
      });
    });
  },
};
