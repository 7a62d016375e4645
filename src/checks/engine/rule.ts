import type { CheckInput } from '../../model/check-input';
import type { Severity } from '../../model/finding';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from './object-index';

/** One rule: what it is called, and what it says about the objects of one environment. */
export interface Rule {
  /** `eks/valid-ebs-access-mode`; never changes its meaning once released. */
  readonly id: string;
  /** What it says unless a single report says otherwise. */
  readonly severity: Severity;
  /** One sentence for lists and for SARIF. */
  readonly summary: string;
  /** Where the fact is written. */
  readonly see: string;
  readonly check: (context: CheckContext, report: Report) => void;
}

export interface CheckContext extends CheckInput {
  readonly index: ObjectIndex;
  /** The objects to be judged; `objects` also holds those that are only context. */
  readonly judged: readonly RenderedObject[];
  /**
   * Those of some kinds, whatever the group. Most rules are about one kind or two, and a walk of each over all objects
   * would be a large part of the work.
   */
  readonly judgedOf: (...kinds: readonly string[]) => readonly RenderedObject[];
  /** Those kinds, for rules about every object that look something up once for a kind. */
  readonly judgedKinds: readonly (readonly RenderedObject[])[];
  /** The Pod templates to be judged. */
  readonly templates: readonly PodTemplate[];
}

/** What a rule hands in; the rest of a Finding is known. */
export interface Remark {
  readonly object: RenderedObject;
  /** Path of the field; empty for the object as a whole. */
  readonly path: readonly (string | number)[];
  readonly found?: string;
  readonly wanted?: string;
  readonly message: string;
  readonly fix: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

export type Report = (remark: Remark) => void;
