import { ApiObject, App, type IResolver, Lazy, type ResolutionContext } from 'cdk8s';

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

/** What `ApiObject.toJson` reads of itself. */
interface Inside {
  readonly props: object;
  readonly patches: readonly unknown[];
}

/** In a tree of ours, resolving, sorting and leaving out what is empty are one walk; elsewhere nothing changes. */
const slowToJson = ApiObject.prototype.toJson;
ApiObject.prototype.toJson = function toJson(this: ApiObject): unknown {
  const { props, patches } = this as unknown as Inside;
  const { resolvers } = this.node.root as unknown as { readonly resolvers?: unknown };
  if (resolvers !== WHOLE_TREE || patches.length > 0 || process.env['CDK8S_DISABLE_SORT']) return slowToJson.call(this);
  try {
    const { apiVersion, kind, metadata, ...rest } = tidyMap({ ...props, metadata: this.metadata.toJson() });
    const head = { apiVersion, kind, metadata };
    return Object.assign(metadata === undefined ? { apiVersion, kind } : head, rest);
  } catch {
    // It says what is wrong in its own words.
    return slowToJson.call(this);
  }
};

function tidy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) return value.map(tidy);
  const replaced = step(value);
  if (replaced !== value) return tidy(replaced);
  if (!isPlain(value)) throw new Error('is no value');
  return tidyMap(value);
}

function tidyMap(map: object): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(map).sort()) {
    const value = tidy((map as Record<string, unknown>)[key]);
    if (value !== undefined) result[key] = value;
  }
  return result;
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
