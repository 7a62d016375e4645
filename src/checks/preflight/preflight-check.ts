import type { EksEnvironment } from '../../model/environment';
import type { Facts, Reading } from '../../model/facts';
import type { Calendar, PreflightRow } from '../../model/preflight';
import type { RenderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';
import type { ObjectIndex } from '../engine/object-index';

/** What is compared: the settings, all that is rendered, and the days. */
export interface PreflightInput {
  readonly environment: EksEnvironment;
  readonly objects: readonly RenderedObject[];
  readonly schemas: SchemaStore;
  readonly calendar: Calendar;
}

export interface PreflightContext extends PreflightInput {
  readonly facts: Facts;
  readonly index: ObjectIndex;
}

/** One row without the name of the check. */
export type Judged = Omit<PreflightRow, 'check'>;

/** One question about the live cluster. */
export interface PreflightCheck {
  /** `node-groups` */
  readonly id: string;
  /** What is asked, in one line: the docs have it. */
  readonly asks: string;
  /** Readings that it cannot do without; the cluster itself is always there. */
  readonly needs: readonly Reading[];
  /** What is said where nothing was found: a sentence. */
  readonly fine: string;
  readonly judge: (context: PreflightContext) => readonly Judged[];
}

export function ok(subject: string, message: string): Judged {
  return { state: 'ok', subject, message };
}

export function problem(subject: string, message: string, fix: string): Judged {
  return { state: 'problem', subject, message, fix };
}

export function warning(subject: string, message: string, fix: string): Judged {
  return { state: 'warning', subject, message, fix };
}

export function unknown(subject: string, message: string, fix: string): Judged {
  return { state: 'unknown', subject, message, fix };
}

/** Where the settings of an environment are. */
export function settingsOf({ name }: EksEnvironment): string {
  return `environments/${name}/environment.yaml`;
}

export const REFRESH = 'run `cdk8s-eks facts refresh` again.';

/** A setting beside what the cluster says of it. */
export interface Compared {
  /** `controlPlane.zonalShift` */
  readonly setting: string;
  readonly says: string;
  /** Undefined where facts do not say. */
  readonly is: string | undefined;
  /** What comes of it, as the end of a sentence. */
  readonly after: string;
  /** How the cluster is changed, as an order without its full stop. */
  readonly change: string;
}

/** One row where a setting and the cluster differ, or where facts do not say. */
export function differing(environment: EksEnvironment, compared: Compared): readonly Judged[] {
  const { setting, says, is, after, change } = compared;
  if (is === undefined) return [unknown(setting, 'facts.json does not say how it is on the cluster.', REFRESH)];
  if (says === is) return [];
  const message = `the settings say ${says}, and the cluster has ${is}: ${after}.`;
  return [problem(setting, message, `${change}, or write what the cluster has in ${settingsOf(environment)}.`)];
}
