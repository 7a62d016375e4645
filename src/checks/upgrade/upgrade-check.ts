import { defined } from '../../model/defined';
import type { EksEnvironment } from '../../model/environment';
import type { Facts, Reading } from '../../model/facts';
import { describeIdentity } from '../../model/identity';
import { type FieldPath, fieldPath } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { SchemaStore } from '../../model/schema';
import type { UpgradePath } from '../../model/upgrade/path';
import type { UpgradeEntry, UpgradeSection } from '../../model/upgrade/report';

/** What is looked at: the settings with the facts, what is rendered for the version of the step, and the way. */
export interface UpgradeInput {
  readonly environment: EksEnvironment;
  readonly objects: readonly RenderedObject[];
  readonly schemas: SchemaStore;
  readonly path: UpgradePath;
  /** The version that the objects are rendered for. */
  readonly step: string;
}

/** An entry without its section. */
export type Told = Omit<UpgradeEntry, 'section'>;

/** One question about the whole way; it is asked once, with what is rendered for the last step. */
export interface UpgradeCheck {
  readonly section: UpgradeSection;
  /** The reading of the facts that it cannot do without. */
  readonly needs?: Reading;
  readonly judge: (input: UpgradeInput, facts: Facts | undefined) => readonly Told[];
}

/** Where in the user's code an object is, and where in the object. */
export function whereOf(object: RenderedObject, path: FieldPath = []): Pick<Told, 'subject' | 'where' | 'source'> {
  const field = fieldPath(path);
  return {
    subject: describeIdentity(object),
    where: [object.app, field].filter((part) => part !== '').join(' › '),
    ...defined({ source: object.source() }),
  };
}

/** Where the settings of an environment are. */
export function settingsOf({ name }: EksEnvironment): string {
  return `environments/${name}/environment.yaml`;
}

/** The first step of the way. */
export function firstStep({ steps, to }: UpgradePath): string {
  return steps[0] ?? to;
}
