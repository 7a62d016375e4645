import type { AnnotationValue, JudgedValue } from './annotation-values';

/** What is known of one annotation of the AWS Load Balancer Controller. */
export interface AnnotationFacts {
  /** Where it counts: on an Ingress, on a Service, or on an Ingress and, instead of that, on one of its Services. */
  readonly scope: 'Ingress' | 'Service' | 'both';
  /** Release of the controller that brought it. `@default` - 2.0 or an earlier one */
  readonly since?: string;
  /** What a change of the value, or taking it away, does beyond itself. */
  readonly change?: string;
  /** Whether EKS Auto Mode reads it. `@default` true */
  readonly autoMode?: false;
}

/** One annotation: its key without prefix, what it takes, and what is known of it. */
export interface Annotation<T> extends AnnotationFacts {
  readonly key: string;
  readonly value: AnnotationValue<T>;
}

/** An annotation as the rules and pages see it, whatever its type. */
export interface AnyAnnotation extends AnnotationFacts {
  readonly key: string;
  readonly value: JudgedValue;
}

/** Annotations for a scope: `annotation(key, value, facts)`. */
export function annotationsOf(scope: AnnotationFacts['scope']) {
  return <T>(key: string, value: AnnotationValue<T>, facts: Omit<AnnotationFacts, 'scope'> = {}): Annotation<T> => ({
    key,
    value,
    scope,
    ...facts,
  });
}
