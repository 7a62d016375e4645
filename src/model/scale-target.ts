import { type ObjectIdentity, splitApiVersion } from './identity';
import { textAt } from './json';
import type { RenderedObject } from './rendered-object';

/** Kinds that scale another object of their namespace, which `spec.scaleTargetRef` names. */
export const AUTOSCALERS = ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'] as const;

/** Kinds that change the requests of another object's Pods, which `spec.targetRef` names. */
export const VERTICAL_AUTOSCALERS = ['autoscaling.k8s.io/VerticalPodAutoscaler'] as const;

/**
 * What an autoscaler scales; the name is '' where it says none. KEDA takes a target without an API version for one of
 * `apps/v1`, and Kubernetes for one of the core group.
 * @see https://keda.sh/docs/latest/reference/scaledobject-spec/#scaletargetref
 */
export function scaleTargetOf(autoscaler: RenderedObject): ObjectIdentity & { readonly namespace: string } {
  const field = autoscaler.group === 'autoscaling.k8s.io' ? 'targetRef' : 'scaleTargetRef';
  const target = (key: string) => textAt(autoscaler.value, 'spec', field, key);
  return {
    group: splitApiVersion(target('apiVersion') ?? (autoscaler.group === 'keda.sh' ? 'apps/v1' : 'v1')).group,
    kind: target('kind') ?? 'Deployment',
    namespace: autoscaler.namespace ?? '',
    name: target('name') ?? '',
  };
}
