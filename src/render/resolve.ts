import { ApiObject, ApiObjectMetadataDefinition, App, type IResolver, JsonPatch, type ResolutionContext } from 'cdk8s';
import { setOwn } from '../model/json';
import { refuseField } from './refuse-field';
import { sortedKeys } from './sorted-keys';
import { isPlain, step, tidy, tidyMap } from './tidy';

/** A map whose walk is over: cdk8s goes no further at a class, and its clean-up asks a map's class for its name only. */
const Resolved = class {};
Object.defineProperty(Resolved, 'name', { value: 'Object' });

/**
 * An `App` whose objects are resolved in one walk each, with the rules of cdk8s's own resolvers in their order.
 * cdk8s asks every resolver about every single value, and climbs to the root before it does: a third of all rendering.
 */
export function fastApp(): App {
  const app = new App();
  Object.defineProperty(app, 'resolvers', { value: WHOLE_TREE });
  return app;
}

class WholeTree implements IResolver {
  resolve(context: ResolutionContext): void {
    const { value } = context as { value: unknown };
    if (value instanceof Resolved) return;
    if (isPlain(value)) return context.replaceValue(Object.assign(new Resolved(), walkMap(value)));
    const replaced = typeof value === 'object' && value !== null ? step(value) : value;
    if (replaced !== value) context.replaceValue(replaced);
  }
}

const WHOLE_TREE: readonly IResolver[] = [new WholeTree()];

/** What the two `toJson` of cdk8s read of themselves. */
interface ObjectInside {
  readonly props: object;
  readonly patches: readonly JsonPatch[];
}
type MetadataInside = Readonly<
  Record<'name' | 'namespace' | 'annotations' | 'finalizers' | 'ownerReferences' | 'labels', unknown>
> & { readonly _additionalAttributes: object; readonly apiObject: ApiObject };

function isOurs({ node }: ApiObject): boolean {
  return (node.root as unknown as { readonly resolvers?: unknown }).resolvers === WHOLE_TREE;
}

/*
 * In a tree of ours, resolving, sorting and leaving out what is empty are one walk; elsewhere nothing changes. What
 * that walk cannot take goes cdk8s's own way, which says what is wrong in its own words.
 */
const slowToJson = ApiObject.prototype.toJson;
ApiObject.prototype.toJson = function toJson(this: ApiObject): unknown {
  const { props, patches } = this as unknown as ObjectInside;
  if (!isOurs(this)) return slowToJson.call(this);
  try {
    const object = tidyObject(props, this.metadata);
    return patches.length === 0 ? object : inOrder(JsonPatch.apply(object, ...patches));
  } catch {
    refuseField({ ...props, metadata: allMetadata(this.metadata as unknown as MetadataInside) }, this.node.path);
    return slowToJson.call(this);
  }
};

const slowMetadataToJson = ApiObjectMetadataDefinition.prototype.toJson;
ApiObjectMetadataDefinition.prototype.toJson = tidyMetadata;

function tidyMetadata(this: ApiObjectMetadataDefinition): unknown {
  const inside = this as unknown as MetadataInside;
  if (!isOurs(inside.apiObject)) return slowMetadataToJson.call(this);
  try {
    return hasOthers(inside._additionalAttributes) ? tidyAllMetadata(inside) : tidyOwnMetadata(inside);
  } catch {
    return slowMetadataToJson.call(this);
  }
}

const OWN_METADATA: ReadonlySet<string> = new Set(
  'annotations finalizers labels name namespace ownerReferences'.split(' '),
);

function hasOthers(attributes: object): boolean {
  for (const key in attributes) if (!OWN_METADATA.has(key)) return true;
  return false;
}

function tidyAllMetadata(inside: MetadataInside): unknown {
  return tidyMap(allMetadata(inside), true, 2);
}

function allMetadata(inside: MetadataInside): object {
  const { name, namespace, annotations, finalizers, ownerReferences, labels } = inside;
  const own = { name, namespace, annotations, finalizers, ownerReferences, labels };
  return { ...inside._additionalAttributes, ...own };
}

/** The same by name, without a copy. */
function tidyOwnMetadata(inside: MetadataInside): unknown {
  const result: Record<string, unknown> = {};
  put(result, 'annotations', inside.annotations, true);
  put(result, 'finalizers', inside.finalizers, true);
  put(result, 'labels', inside.labels, true);
  put(result, 'name', inside.name, true);
  put(result, 'namespace', inside.namespace, true);
  put(result, 'ownerReferences', inside.ownerReferences, true);
  return Object.keys(result).length === 0 ? undefined : result;
}

/** apiVersion, kind and metadata first, the rest by name. */
function tidyObject(props: object, metadata: ApiObjectMetadataDefinition): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const told: unknown = metadata.toJson();
  put(result, 'apiVersion', ownValue(props, 'apiVersion'), false);
  put(result, 'kind', ownValue(props, 'kind'), false);
  // What our own way made is tidy already.
  if (metadata.toJson !== tidyMetadata) put(result, 'metadata', told, false);
  else if (told !== undefined) result['metadata'] = told;
  const keys = sortedKeys(props);
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as string;
    if (key === 'apiVersion' || key === 'kind' || key === 'metadata') continue;
    put(result, key, (props as Record<string, unknown>)[key], false);
  }
  return result;
}

/** The same order for what patches made of it. */
function inOrder({ apiVersion, kind, metadata, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return { apiVersion, kind, metadata, ...rest };
}

function ownValue(map: object, key: string): unknown {
  return Object.hasOwn(map, key) ? (map as Record<string, unknown>)[key] : undefined;
}

function put(result: Record<string, unknown>, key: string, value: unknown, sparse: boolean): void {
  const tidied = tidy(value, sparse, sparse ? 2 : 1);
  if (tidied !== undefined) setOwn(result, key, tidied);
}

function walk(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(walk);
  const replaced = step(value);
  if (replaced !== value) return walk(replaced);
  return isPlain(value) ? walkMap(value) : value;
}

function walkMap(value: object): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) setOwn(result, key, walk((value as Record<string, unknown>)[key]));
  return result;
}
