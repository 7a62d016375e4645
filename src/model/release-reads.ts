import type { Environment } from './environment';
import type { AppRelease, Release } from './release';

/** What of `release.yaml` was asked for, each by its `entryKey`. */
export type ReleaseReads = Set<string>;

/** `['apps', 'shop', 'images', 'web']` as text, and back. */
export const entryKey = (path: readonly string[]): string => JSON.stringify(path);
export const entryOf = (key: string): readonly string[] => JSON.parse(key);

/** The entries of an app in `release.yaml`, each with its path. */
export function releaseEntries(app: string, { images, flags }: AppRelease): readonly (readonly string[])[] {
  return Object.entries({ images, flags }).flatMap(([list, entries]) =>
    Object.keys(entries).map((name) => ['apps', app, list, name]),
  );
}

/** The same environment, frozen as before, which notes each image and flag of its release that is read. */
export function watchRelease(environment: Environment, reads: ReleaseReads): Environment {
  const apps: Record<string, AppRelease> = {};
  for (const [app, { images, flags }] of Object.entries(environment.release.apps)) {
    const watched = <T>(list: string, entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
      watchedEntries(entries, (name) => reads.add(entryKey(['apps', app, list, name])));
    own(apps, app, {
      value: Object.freeze({ images: watched('images', images), flags: watched('flags', flags) }),
    });
  }
  const release: Release = Object.freeze({ apps: Object.freeze(apps) });
  return Object.freeze({ ...environment, release });
}

function watchedEntries<T>(
  entries: Readonly<Record<string, T>>,
  note: (name: string) => void,
): Readonly<Record<string, T>> {
  const watched: Record<string, T> = {};
  for (const [name, value] of Object.entries(entries))
    own(watched, name, {
      get() {
        note(name);
        return value;
      },
    });
  return Object.freeze(watched);
}

/** Also for a key such as `__proto__`. */
function own(map: object, key: string, how: PropertyDescriptor): void {
  Object.defineProperty(map, key, { enumerable: true, ...how });
}
