import type { FieldVerdict } from './field-verdict';
import { at, textAt } from './json';

/** A field of an ACK object, and the reference that may stand in its place. */
export type AckReference = readonly [field: string, reference: string];

/**
 * Fields that stand beside their reference: ACK resolves neither, and makes nothing.
 * @see https://aws-controllers-k8s.github.io/docs/guides/cross-resource
 */
export function wrongReferences(value: unknown, pairs: readonly AckReference[]): readonly FieldVerdict[] {
  return pairs.flatMap(([field, reference]) => {
    const found = textAt(value, 'spec', field);
    if (found === undefined || at(value, 'spec', reference) === undefined) return [];
    return [
      {
        path: ['spec', reference],
        found: `${field} ${found}`,
        what: `it has ${reference} beside ${field}; ACK takes one of them, and makes nothing where both are given.`,
        fix: `leave ${field} or ${reference} out.`,
      },
    ];
  });
}
