import type { OpenApi } from '../../src/checks/schema/open-api';

export type Definitions = Readonly<Record<string, OpenApi>>;

/** The definitions of one Kubernetes version. */
export interface Kubernetes {
  readonly version: string;
  readonly definitions: Definitions;
}

/** A CustomResourceDefinition, as far as it is read. */
export interface CustomDefinition {
  readonly kind: 'CustomResourceDefinition';
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly {
      readonly name: string;
      readonly served: boolean;
      readonly storage: boolean;
      readonly schema: { readonly openAPIV3Schema: OpenApi };
    }[];
  };
}

/** One served version of a custom kind. */
export interface CustomKind {
  readonly group: string;
  readonly kind: string;
  readonly version: string;
  readonly namespaced: boolean;
  readonly schema: OpenApi;
  /** Whether this is the version that the API server stores. */
  readonly stored: boolean;
}
