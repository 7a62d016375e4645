import { type ApiObject, App, type IResolver, type ResolutionContext } from 'cdk8s';
import { setOwn } from '../../model/json';
import { isPlain } from '../../model/unwritable';
import { step } from './tidy';

/** Class of a resolved map: cdk8s does not resolve instances of classes, and its clean-up only reads the class's name. */
const Resolved = class {};
Object.defineProperty(Resolved, 'name', { value: 'Object' });

/**
 * An `App` that resolves each object in one walk, by the rules of cdk8s's own resolvers in the same order. cdk8s itself
 * climbs to the root and calls every resolver for every single value.
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

/** Whether an object stands in a tree that `fastApp` made. */
export function isInFastApp({ node }: ApiObject): boolean {
  const { root } = node;
  return 'resolvers' in root && root.resolvers === WHOLE_TREE;
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
