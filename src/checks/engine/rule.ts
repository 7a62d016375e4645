import type { CheckInput } from '../../model/check-input';
import type { Severity } from '../../model/finding';
import type { FieldPath } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from './object-index';

/** One rule: what it is called, why it exists, and how it judges. Most rules judge one object at a time. */
export type Rule = ObjectRule | PodRule | WholeRule;

export interface RuleFacts {
  /** `eks/valid-ebs-access-mode`; never changes its meaning once released. */
  readonly id: string;
  /** Severity of its findings, unless a single finding has another. */
  readonly severity: Severity;
  /** One sentence for lists and for SARIF. */
  readonly summary: string;
  /** Why the rule exists: what happens in production without it. One to three sentences. */
  readonly why: string;
  /** Addresses of the pages where the facts are written; findings name the first. */
  readonly see: readonly [string, ...string[]];
  /** Nobody can decide to live with it: a silence beside the object changes nothing. */
  readonly always?: true;
}

/** Judges the objects of some kinds, one at a time. */
export interface ObjectRule extends RuleFacts {
  /** Group and kind: `networking.k8s.io/Ingress`. A kind of the core group stands alone: `Service`. */
  readonly kinds: readonly string[];
  readonly check: (object: RenderedObject, context: CheckContext, tell: Tell) => void;
}

/** Judges Pod templates, one at a time, whichever kind holds them. */
export interface PodRule extends RuleFacts {
  readonly checkPod: (template: PodTemplate, context: CheckContext, tell: Tell) => void;
}

/** Judges all objects together, or every object whatever its kind. */
export interface WholeRule extends RuleFacts {
  readonly checkAll: (context: CheckContext, tellOf: (object: RenderedObject) => Tell) => void;
}

export interface CheckContext extends CheckInput {
  readonly index: ObjectIndex;
  /** The objects to be judged; `objects` also holds those that are only context. */
  readonly judged: readonly RenderedObject[];
  /** The same in one list per kind, for rules about every object that look something up once for a kind. */
  readonly judgedKinds: readonly (readonly RenderedObject[])[];
  /** An object with its nulls: rules get it as the API server reads it, where null is absent. */
  readonly asWritten: (object: RenderedObject) => RenderedObject;
}

/** What a rule says of one field. The engine adds the object, the rule and the place, and so makes a Finding of it. */
export interface RuleFinding {
  /** Path of the field; empty for the object as a whole. */
  readonly path: FieldPath;
  readonly found?: string;
  readonly wanted?: string;
  /** A clause with its own subject, which stands behind the object's name and a colon; with its full stop. */
  readonly what: string;
  /** The repair, in the imperative. */
  readonly fix: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/** Reports a finding about the object that is being judged. */
export type Tell = (finding: RuleFinding) => void;
