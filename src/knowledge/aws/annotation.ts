import type { AnnotationValue, JudgedValue } from './annotation-values';

/** Facts about one annotation of the AWS Load Balancer Controller. */
export interface AnnotationFacts {
  /** Kinds on which the controller reads it. With `both`, a Service of an Ingress overrides the Ingress. */
  readonly scope: 'Ingress' | 'Service' | 'both';
  /** Release of the controller that added it. `@default` - 2.0 or earlier */
  readonly since?: string;
  /** Side effects of changing or removing the annotation. */
  readonly change?: string;
  /** Whether EKS Auto Mode reads it. `@default` true */
  readonly autoMode?: false;
  /** What counts where nothing is said: the text of the annotation, or `-` and a sentence. */
  readonly default?: string;
  /** What is made anew where the value changes; `later` is what a change does not reach. */
  readonly replaces?: 'load-balancer' | 'targets' | 'later';
}

/** One annotation: its key without prefix, its value, and facts about it. */
export interface Annotation<T> extends AnnotationFacts {
  readonly key: string;
  readonly value: AnnotationValue<T>;
}

/** An annotation as the rules and pages see it, whatever its type. */
export interface AnyAnnotation extends AnnotationFacts {
  readonly key: string;
  readonly value: JudgedValue;
}

/** Returns a function that makes annotations of one scope: `annotation(key, value, facts)`. */
export function annotationsOf(scope: AnnotationFacts['scope']) {
  return <T>(key: string, value: AnnotationValue<T>, facts: Omit<AnnotationFacts, 'scope'> = {}): Annotation<T> => ({
    key,
    value,
    scope,
    ...facts,
  });
}
