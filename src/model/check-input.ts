import type { Environment } from './environment';
import type { RenderedObject } from './rendered-object';
import type { SchemaStore } from './schema';
import type { Unread } from './unread';

/** Everything one cluster gets, and what is known about it: what the checks judge. */
export interface CheckInput {
  readonly environment: Environment;
  /** All objects of the environment: those rendered now, and those taken from `dist/` as context. */
  readonly objects: readonly RenderedObject[];
  /** Only these are judged; the others are context. Absent means all. */
  readonly judgedApps?: ReadonlySet<string>;
  readonly schemas: SchemaStore;
  /** App → owner name. */
  readonly appOwners: ReadonlyMap<string, string>;
  /** All environments of the project, for values that belong to another one. */
  readonly environments: readonly Environment[];
  /** Judges what arrives from elsewhere: nobody says who makes its namespaces, so one that is not there is not known. */
  readonly arriving?: true;
  /** What could not be read of a folder of YAML. */
  readonly unread?: readonly Unread[];
  /** Objects in the committed output of this environment, by app: nothing may leave an owner's list while one stands here. */
  readonly committed?: readonly CommittedObject[];
  /** Objects as Argo CD has them now, where what is judged is something else, by their `identityKey`. */
  readonly before?: ReadonlyMap<string, RenderedObject>;
  /** Apps of the context that have no module any more. */
  readonly formerApps?: ReadonlySet<string>;
}

/** What a path of the committed output tells without reading the file. */
export interface CommittedObject {
  readonly app: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}
