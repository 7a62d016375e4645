import { type ObjectIdentity, splitApiVersion } from './identity';
import { textAt } from './json';
import type { RenderedObject } from './rendered-object';

/** Kinds that scale another object of their namespace, which `spec.scaleTargetRef` names. */
export const AUTOSCALERS = ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'] as const;

/** What an autoscaler scales; the name is '' where it says none. */
export function scaleTargetOf(autoscaler: RenderedObject): ObjectIdentity & { readonly namespace: string } {
  const target = (key: string) => textAt(autoscaler.value, 'spec', 'scaleTargetRef', key);
  return {
    group: splitApiVersion(target('apiVersion') ?? 'apps/v1').group,
    kind: target('kind') ?? 'Deployment',
    namespace: autoscaler.namespace ?? '',
    name: target('name') ?? '',
  };
}
