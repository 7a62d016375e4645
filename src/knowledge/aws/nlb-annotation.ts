import { type Annotation, type AnnotationFacts, type AnyAnnotation, annotationsOf } from './annotation';
import type { AnnotationValue } from './annotation-values';

/** Prefix of all keys that the AWS Load Balancer Controller reads on a Service of its own. */
export const SERVICE_PREFIX = 'service.beta.kubernetes.io/';
/** Prefix of nearly all of them. */
export const NLB_PREFIX = `${SERVICE_PREFIX}aws-load-balancer-`;

/** Facts about an annotation of a Network Load Balancer, beside those of every annotation. */
export interface NlbFacts extends Omit<AnnotationFacts, 'scope'> {
  /** What counts where it is left out. `@default` - nothing is set */
  readonly default?: string;
  /** Release of the controller since which it is not to be used any more. `@default` - it is to be used */
  readonly deprecated?: string;
  /** The property of `NlbService` that says it otherwise, for a key that none writes; else its own words. */
  readonly instead?: string;
  /** What a text does that the controller cannot use. `@default` - the controller stops */
  readonly misread?: string;
}

export type NlbAnnotation<T> = Annotation<T> & NlbFacts;
export type AnyNlbAnnotation = AnyAnnotation & NlbFacts;

const service = annotationsOf('Service');

/** @param key without prefix; one that ends in a dot is followed by a port, or a protocol and a port */
export function nlb<T>(key: string, value: AnnotationValue<T>, facts: NlbFacts = {}): NlbAnnotation<T> {
  return { ...service(key, value), ...facts };
}

/** Two keys lack the `aws-load-balancer-` that all others begin with. */
export function nlbKey(key: string): string {
  const isBare = key === 'load-balancer-source-ranges' || key.startsWith('actions.');
  return `${isBare ? SERVICE_PREFIX : NLB_PREFIX}${key}`;
}

/** The key without its prefix; undefined for a key that is not the controller's, or that it would not look for there. */
export function bareNlbKey(annotation: string): string | undefined {
  const prefix = [NLB_PREFIX, SERVICE_PREFIX].find((one) => annotation.startsWith(one));
  const bare = prefix === undefined ? undefined : annotation.slice(prefix.length);
  return bare !== undefined && nlbKey(bare) === annotation ? bare : undefined;
}
