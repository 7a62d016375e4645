import { NLB_CLASSES, NLB_PREFIX } from '../../knowledge/aws/nlb-annotations';
import { at, type JsonObject, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

/** A Service of type LoadBalancer, and who makes its load balancer. */
export interface LoadBalancerService {
  readonly object: RenderedObject;
  readonly annotations: JsonObject;
  readonly class: string | undefined;
  /** The annotation that once said what `loadBalancerClass` says now. */
  readonly type: string | undefined;
  /** Whether the AWS Load Balancer Controller, or EKS Auto Mode, makes a Network Load Balancer of it. */
  readonly isNlb: boolean;
}

/** Undefined for a Service of another type. */
export function loadBalancerService(object: RenderedObject): LoadBalancerService | undefined {
  if (at(object.value, 'spec', 'type') !== 'LoadBalancer') return undefined;
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  const type = textAt(annotations, `${NLB_PREFIX}type`);
  const named = textAt(object.value, 'spec', 'loadBalancerClass');
  const isNlb = named === undefined ? type === 'external' || type === 'nlb-ip' : NLB_CLASSES.includes(named);
  return { object, annotations, class: named, type, isNlb };
}
