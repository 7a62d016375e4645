import { ApiObject, ApiObjectMetadataDefinition, App, type IResolver, Lazy, type ResolutionContext } from 'cdk8s';

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
  readonly patches: readonly unknown[];
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
  if (!isOurs(this) || patches.length > 0 || process.env['CDK8S_DISABLE_SORT']) return slowToJson.call(this);
  try {
    const map = tidyMap({ ...props, metadata: this.metadata.toJson() }, false) as Record<string, unknown>;
    const ordered: Record<string, unknown> = {};
    for (const key of ['apiVersion', 'kind', 'metadata']) if (Object.hasOwn(map, key)) ordered[key] = map[key];
    return Object.assign(ordered, map);
  } catch {
    return slowToJson.call(this);
  }
};

const slowMetadataToJson = ApiObjectMetadataDefinition.prototype.toJson;
ApiObjectMetadataDefinition.prototype.toJson = function toJson(this: ApiObjectMetadataDefinition): unknown {
  const inside = this as unknown as MetadataInside;
  if (!isOurs(inside.apiObject)) return slowMetadataToJson.call(this);
  const { name, namespace, annotations, finalizers, ownerReferences, labels } = inside;
  const own = { name, namespace, annotations, finalizers, ownerReferences, labels };
  try {
    return tidyMap({ ...inside._additionalAttributes, ...own }, true);
  } catch {
    return slowMetadataToJson.call(this);
  }
};

/** @param sparse leaves out empty maps and lists too */
function tidy(value: unknown, sparse: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) {
    return sparse && value.length === 0 ? undefined : value.map((item) => tidy(item, sparse));
  }
  const replaced = step(value);
  if (replaced !== value) return tidy(replaced, sparse);
  if (!isPlain(value)) throw new Error('is no value');
  return tidyMap(value, sparse);
}

function tidyMap(map: object, sparse: boolean): Record<string, unknown> | undefined {
  const result: Record<string, unknown> = {};
  let isEmpty = true;
  for (const key of Object.keys(map).sort()) {
    const value = tidy((map as Record<string, unknown>)[key], sparse);
    if (value === undefined) continue;
    result[key] = value;
    isEmpty = false;
  }
  return sparse && isEmpty ? undefined : result;
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
  for (const key of Object.keys(value)) result[key] = walk((value as Record<string, unknown>)[key]);
  return result;
}

/** What a token stands for: lazy values, anything with a `resolve` method, unions of number and string. */
function step(value: object): unknown {
  const plain: boolean = isPlain(value);
  if (!plain && value instanceof Lazy) return value.produce();
  const token = value as { resolve?: unknown; value?: unknown };
  if (typeof token.resolve === 'function') return (token as { resolve(): unknown }).resolve();
  if (plain) return value;
  return typeof token.value === 'number' || typeof token.value === 'string' ? { value: token.value } : value;
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && value.constructor === Object;
}
