import { autoscalersOf } from '../../../model/autoscaling/autoscalers';
import { judgeBehavior } from '../../../model/autoscaling/judge-behavior';
import { judgeAutoscaler } from '../../../model/autoscaling/judge-horizontal';
import { deliveryTool } from '../../../model/consumer';
import { describeIdentity } from '../../../model/identity';
import { at, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { scaleTargetOf } from '../../../model/scale-target';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule, Tell } from '../../engine/rule';
import { judgeMetrics } from '../../reads/autoscaler-metrics';

export const validAutoscaler: ObjectRule = {
  id: 'k8s/valid-autoscaler',
  severity: 'error',
  summary:
    'An autoscaler’s bounds, metrics and behavior are in order; its workload states no replicas, and the requests they need.',
  why: 'An autoscaler that the server refuses fails the sync. One whose workload states replicas is undone by each sync, and one that measures by requests that are missing never scales.',
  see: [
    'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-resource-metrics',
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/autoscaling/validation/validation.go',
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/podautoscaler/horizontal.go',
  ],
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  check(object, context, tell) {
    const { index } = context;
    judgeAutoscaler(object.value, tell);
    judgeBehavior(object.value, Number(context.schemas.kubernetesVersion.split('.')[1]), tell);
    const target = scaleTargetOf(object);
    if (target.group === '' && target.kind !== 'ReplicationController') {
      tell({
        path: ['spec', 'scaleTargetRef', 'apiVersion'],
        found: textAt(object.value, 'spec', 'scaleTargetRef', 'apiVersion') ?? 'nothing',
        wanted: 'an API version with its group',
        what: `it scales ${target.kind} "${target.name}" of no API group, which to Kubernetes is the core group. The server refuses that since 1.34, and before never finds the target (FailedGetScale).`,
        fix: 'set `apiVersion`, such as apps/v1.',
      });
      return;
    }
    judgeRivals(object, index, tell);
    const scaled = index.find(target);
    if (scaled === undefined) return;
    const replicas = at(scaled.value, 'spec', 'replicas');
    if (replicas !== undefined) {
      // Its Application, or Kustomization, leaves alone what an autoscaler of the same app writes.
      const isIgnored = context.environment.gitops !== undefined && scaled.app === object.app;
      tell({
        path: ['spec', 'scaleTargetRef'],
        found: String(replicas),
        what: isIgnored
          ? `it scales ${describeIdentity(scaled)}, which also states replicas. ${deliveryTool(context.environment)} sets them when it creates the workload, and never again: what Git says is not what runs.`
          : `it scales ${describeIdentity(scaled)}, which also states replicas. Each sync sets the count back, at the worst moment.`,
        fix: 'leave `replicas` out of the workload.',
        ...(isIgnored ? { severity: 'warning' as const } : {}),
      });
    }
    judgeMetrics(object, scaled, context, tell);
  },
};

/** Whether another autoscaler has the same Pods: then none of them scales. */
function judgeRivals(object: RenderedObject, index: ObjectIndex, tell: Tell): void {
  const rival = autoscalersOf(scaleTargetOf(object), index).find((one) => one !== object && !takesOver(one));
  if (rival === undefined) return;
  tell({
    path: ['spec', 'scaleTargetRef'],
    found: describeIdentity(rival),
    what: `${describeIdentity(rival)} scales the same ${scaleTargetOf(object).kind} "${scaleTargetOf(object).name}". ${rival.group === object.group ? 'While two do, none of them scales (AmbiguousSelector).' : 'KEDA makes an autoscaler of its own for it, or its webhook refuses it; while there are two, none of them scales (AmbiguousSelector).'}`,
    fix: 'keep one of them, with the metrics of both.',
  });
}

/**
 * A ScaledObject that was told to go on with an autoscaler that is there already.
 * @see https://keda.sh/docs/latest/concepts/scaling-deployments/#transfer-ownership-of-an-existing-hpa
 */
function takesOver({ value }: RenderedObject): boolean {
  return at(value, 'metadata', 'annotations', 'scaledobject.keda.sh/transfer-hpa-ownership') === 'true';
}
