import type { Annotation, AnnotationFacts } from './annotation';
import type { AnnotationValue } from './annotation-values';

/**
 * What counts where several Ingresses of a group say it: `exclusive`: one of them, or all the same; `listener`: all the
 * same that listen on one port; `merge`: all together; `entry`: all together, each entry of the map once; `own`: each for
 * its own paths.
 */
export type GroupMerge = 'exclusive' | 'listener' | 'merge' | 'entry' | 'own';

/** An annotation of an Ingress for the AWS Load Balancer Controller. */
export interface AlbAnnotation<T> extends Annotation<T> {
  readonly merge: GroupMerge;
  readonly default: string;
}

interface AlbFacts extends Omit<AnnotationFacts, 'scope'> {
  readonly merge: GroupMerge;
  readonly default: string;
}

/** Makes rows of one scope; what a row may not leave out does not compile. */
export function albRows(scope: 'Ingress' | 'both') {
  return <T>(key: string, value: AnnotationValue<T>, facts: AlbFacts): AlbAnnotation<T> => ({
    key,
    value,
    scope,
    ...facts,
  });
}

export const NOTHING = '- nothing';
