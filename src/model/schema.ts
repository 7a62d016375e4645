import type { KindScopes } from '../knowledge/kubernetes/kinds';

/**
 * A compact structural schema, generated into `imports/schemas/` without prose.
 * `ref` points into the same file's `definitions`.
 */
export interface SchemaNode {
  readonly ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  /** Kubernetes' own extra types. `any` also stands for free-form objects. */
  readonly format?: 'int-or-string' | 'quantity' | 'any' | 'int32' | 'int64' | 'date-time' | 'byte';
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  /** Schema of the values of a free map; `properties` and `values` may both be present in custom kinds. */
  readonly values?: SchemaNode;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly nullable?: true;
  /** The list is a map: no two items share all of these keys. */
  readonly listKeys?: readonly string[];
  /** The list is a set: no two items are equal. */
  readonly set?: true;
  /** Unknown fields are kept here (`x-kubernetes-preserve-unknown-fields`). */
  readonly open?: true;
  /** Exactly one / at least one of these must hold; only `required` and `properties` inside are judged. */
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
}

export interface SchemaBundle {
  /** `apps/v1/Deployment`, `v1/Service` → definition name. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly definitions: Readonly<Record<string, SchemaNode>>;
}

/** A bundle whose definitions are asked for by name: of the hundreds in a file, a run needs those of what it renders. */
export interface KindSchemas extends Pick<SchemaBundle, 'kinds'> {
  readonly definitions: Definitions;
}

export interface Definitions {
  get(name: string): SchemaNode | undefined;
}

/** What one environment's objects are judged against, and what other versions know (for the message). */
export interface SchemaStore {
  /** `1.34` */
  readonly kubernetesVersion: string;
  readonly kubernetes: KindSchemas;
  readonly custom: KindSchemas;
  readonly scopes: KindScopes;
  /** Built-in `apiVersion/Kind` → the versions of Kubernetes that serve it, ascending. */
  readonly servedIn: Readonly<Record<string, readonly string[]>>;
  /**
   * First and last version that know a field of a built-in definition, of those there are schemas for.
   * Undefined for a field that all of them know, or none.
   */
  readonly fieldVersions?: (definition: string, field: string) => readonly [string, string] | undefined;
}
