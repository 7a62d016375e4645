import { describeIdentity } from '../../model/identity';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
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

/**
 * What the server does about a Pod template that no Pod can be made from.
 * It reads the template of a StatefulSet since 1.34; a Rollout it never reads, as it is no kind of its own.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/apps/validation/validation.go
 */
export function refusalOf({ owner: { kind } }: PodTemplate, kubernetesVersion: string): string {
  return kind === 'Rollout' || (kind === 'StatefulSet' && kubernetesVersion < '1.34')
    ? `the server takes the ${kind} and refuses every Pod of it`
    : `the server refuses the ${kind}`;
}
