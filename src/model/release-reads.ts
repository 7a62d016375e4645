import type { Environment } from './environment';
import type { AppRelease, Release } from './release';

/** What of `release.yaml` and of the settings' `values` was asked for, each by its `entryKey`, whether or not it is there. */
export type ReleaseReads = Set<string>;

/** `['apps', 'shop', 'images', 'web']` or `['values', 'table']` as text, and back. */
export const entryKey = (path: readonly string[]): string => JSON.stringify(path);
export const entryOf = (key: string): readonly string[] => JSON.parse(key);

/** The entries of an app in `release.yaml`, each with its path. */
export function releaseEntries(app: string, { images, flags }: AppRelease): readonly (readonly string[])[] {
  return Object.entries({ images, flags }).flatMap(([list, entries]) =>
    Object.keys(entries).map((name) => ['apps', app, list, name]),
  );
}

/** The same environment, frozen as before, which notes each image, flag and value that is asked for. */
export function watchReads(environment: Environment, reads: ReleaseReads): Environment {
  const apps: Record<string, AppRelease> = {};
  const watch = <T extends object>(entries: T, ...path: readonly string[]): T =>
    watched(entries, (name) => reads.add(entryKey([...path, name])));
  for (const [app, { images, flags }] of Object.entries(environment.release.apps)) {
    const value: AppRelease = Object.freeze({
      images: watch(images, 'apps', app, 'images'),
      flags: watch(flags, 'apps', app, 'flags'),
    });
    // Also for a key such as `__proto__`.
    Object.defineProperty(apps, app, { enumerable: true, value });
  }
  const release: Release = Object.freeze({ ...environment.release, apps: Object.freeze(apps) });
  return Object.freeze({ ...environment, values: watch(environment.values, 'values'), release });
}

/** Who lists the names, or asks whether there is one, reads too: `'beta' in flags`, `Object.keys(flags)`, `{ ...flags }`. */
function watched<T extends object>(entries: T, note: (name: string) => void): T {
  const noted = (name: string | symbol) => typeof name === 'string' && note(name);
  return new Proxy(entries, {
    get(target, name) {
      noted(name);
      return Reflect.get(target, name);
    },
    has(target, name) {
      noted(name);
      return Reflect.has(target, name);
    },
    getOwnPropertyDescriptor(target, name) {
      noted(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
    ownKeys(target) {
      const names = Reflect.ownKeys(target);
      for (const name of names) noted(name);
      return names;
    },
  });
}
