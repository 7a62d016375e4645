import { describeIdentity } from '../model/identity';
import type { PodTemplate } from '../model/pod-spec';
import type { RenderedObject } from '../model/rendered-object';
import type { Report } from './rule';

export type Path = readonly (string | number)[];

/** What is wrong at one field, before anybody says of which object. */
export interface Fault {
  readonly path: Path;
  readonly found?: string;
  readonly wanted?: string;
  /** The part of a sentence behind the object's name and a colon, with its full stop. */
  readonly what: string;
  /** An order. */
  readonly fix: string;
}

export type Tell = (fault: Fault) => void;

/** Reports the faults of one object. */
export function tellOf(object: RenderedObject, report: Report): Tell {
  return ({ what, ...rest }) => {
    report({ ...rest, object, message: `${describeIdentity(object)}: ${what}` });
  };
}

/** Kinds whose Pods the server judges when they are made, not when the template arrives. @see mutants.test.ts */
const JUDGED_LATE = new Set(['StatefulSet', 'Rollout']);

/** What the server does about a Pod template that no Pod can be made from. */
export function refusalOf({ owner }: PodTemplate): string {
  return JUDGED_LATE.has(owner.kind)
    ? `the server takes the ${owner.kind} and refuses every Pod of it`
    : `the server refuses the ${owner.kind}`;
}
