import type { SchemaNode } from '../../model/schema';

type JsonType = NonNullable<SchemaNode['type']>;
/** Ranges and choices, which OpenAPI spells as we do. */
type Limits = Pick<SchemaNode, (typeof LIMITS)[number]>;

export const RANGES = ['pattern', 'minimum', 'maximum'] as const;
export const LIMITS = [
  ...RANGES,
  'enum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const;

/** What is read of a schema that Kubernetes or the author of a custom kind published. */
export interface OpenApi extends Limits {
  readonly $ref?: string;
  readonly type?: JsonType | readonly (JsonType | 'null')[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, OpenApi>>;
  readonly additionalProperties?: OpenApi | boolean;
  readonly items?: OpenApi;
  readonly required?: readonly string[];
  readonly allOf?: readonly OpenApi[];
  readonly oneOf?: readonly OpenApi[];
  readonly anyOf?: readonly OpenApi[];
  readonly nullable?: boolean;
  readonly default?: unknown;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}
