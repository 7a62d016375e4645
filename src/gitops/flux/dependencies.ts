import { customKindOf } from '../../model/custom-kind';
import { byCodeUnit } from '../../model/order';
import type { RenderedObject } from '../../model/rendered-object';

/** As much of an object as says what it needs and what needs it. */
export interface Placed {
  readonly app: string;
  readonly namespace?: string;
  /** `apps/Deployment`, `/Namespace` */
  readonly type: string;
  readonly name: string;
  /** The kind that it defines, as `type` writes it. */
  readonly defines?: string;
}

export function placed(object: RenderedObject): Placed {
  const { app, namespace, group, kind, name } = object;
  const custom = customKindOf(object);
  return {
    app,
    type: `${group}/${kind}`,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(custom === undefined ? {} : { defines: `${custom.group}/${custom.kind}` }),
  };
}

/**
 * For each app, those that render what the server has to have before it takes the app's objects: their Namespaces and the
 * definitions of their kinds. Apps that need each other have no order: Flux applies Namespaces and definitions of each first,
 * and tries the rest again.
 */
export function appNeeds(objects: readonly Placed[]): ReadonlyMap<string, readonly string[]> {
  const providers = new Map<string, string>();
  for (const { app, type, name, defines } of objects) {
    if (type === '/Namespace') providers.set(`namespace ${name}`, app);
    if (defines !== undefined) providers.set(defines, app);
  }
  const needs = new Map<string, Set<string>>();
  for (const { app, type, namespace = '' } of objects)
    for (const key of [`namespace ${namespace}`, type]) {
      const provider = providers.get(key);
      if (provider === undefined || provider === app) continue;
      needs.set(app, (needs.get(app) ?? new Set()).add(provider));
    }
  return new Map(
    [...needs].map(([app, all]) => [app, [...all].filter((other) => !reaches(other, app, needs)).sort(byCodeUnit)]),
  );
}

function reaches(from: string, to: string, needs: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from]);
  for (const app of seen) {
    if (app === to) return true;
    for (const next of needs.get(app) ?? []) seen.add(next);
  }
  return false;
}
