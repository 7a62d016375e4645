import type { Change } from '../change';

/**
 * What explains a difference between two environments: a promotion would take it away; settings that differ; an older
 * revision at which one of them is held; or nothing of all that.
 */
export type Explanation = 'left' | 'pin' | 'settings' | 'promotion';

export const EXPLANATIONS: readonly Explanation[] = ['left', 'pin', 'settings', 'promotion'];

/** One field that differs between two environments: `before` is in the first, `after` in the second. */
export interface ComparedField extends Change {
  readonly explanation: Explanation;
  /** What it comes from: names of settings, or a sentence. */
  readonly causes: readonly string[];
}

/** An app that runs in one of the two alone. */
export interface NotCompared {
  readonly app: string;
  readonly message: string;
}

export interface Comparison {
  readonly from: string;
  readonly to: string;
  readonly fields: readonly ComparedField[];
  /** Apps that one of the two leaves out, with the reason. */
  readonly leftOut: readonly NotCompared[];
  /** Apps whose differences cannot be told apart, since they do not render with parts of both. */
  readonly unknown: readonly NotCompared[];
}

/** Whether something differs that nobody declared, or may. */
export function isUnexplained({ fields, unknown }: Comparison): boolean {
  return unknown.length > 0 || fields.some(({ explanation }) => explanation === 'left');
}
