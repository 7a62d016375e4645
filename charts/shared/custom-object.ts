import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Labels } from './labels';

/** What an object of a custom kind is called. */
export interface ObjectProps {
  /** Name of the object. `@default` the construct's id */
  readonly name?: string;
  /** Labels of the object. `@default` - those of the app */
  readonly labels?: Labels;
  /** Annotations of the object. `@default` - none */
  readonly annotations?: Labels;
}

/** Group and version, and the kind. */
export interface CustomKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** An object of a kind that an operator serves; its class of `imports/` is not loaded for it. */
export function customObject(
  scope: Construct,
  id: string,
  { apiVersion, kind }: CustomKind,
  { name, labels, annotations }: ObjectProps & { readonly name: string },
  spec: object,
): ApiObject {
  const metadata = {
    name,
    ...(labels === undefined ? {} : { labels: { ...labels } }),
    ...(annotations === undefined ? {} : { annotations: { ...annotations } }),
  };
  return new ApiObject(scope, id, { apiVersion, kind, metadata, spec });
}
