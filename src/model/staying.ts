import { SYNC_OPTIONS } from '../knowledge/argocd/annotations';
import { type JsonValue, textAt } from './json';

/** Makes Argo CD leave an object alone when it leaves its app, and when its app goes. */
export const KEEPING = ['Prune=false', 'Delete=false'] as const;

/** An object that is no longer rendered where it was. */
export interface GoneObject {
  /** As in its path: `prod/shop`. */
  readonly app: string;
  /** As in its path: `namespace`. */
  readonly kind: string;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  /** What was committed of it; undefined where that cannot be read. */
  readonly committed: JsonValue | undefined;
}

/**
 * Which of the objects that go from the output stay on the cluster, by what was committed of them: Argo CD reads these
 * options from the object on the cluster. Whatever they say, nothing outlives its Namespace.
 * @param appStays whether an app still renders something; a whole app goes with its Application, which deletes
 */
export function stayingOf<T>(
  gone: readonly T[],
  lookAt: (one: T) => GoneObject,
  appStays: (app: string) => boolean,
): ReadonlySet<T> {
  const looked = gone.map((one) => [one, lookAt(one)] as const);
  const told = looked.filter(([, { committed, app }]) => isToldToStay(committed, appStays(app)));
  if (told.length === 0) return new Set();
  const isTold = new Set(told.map(([one]) => one));
  const lost = new Set(
    looked
      .filter(([one, { kind }]) => kind === 'namespace' && !isTold.has(one))
      .map(([, one]) => spaceOf(one, one.name)),
  );
  return new Set(told.filter(([, one]) => !lost.has(spaceOf(one, one.namespace))).map(([one]) => one));
}

function isToldToStay(committed: JsonValue | undefined, appStays: boolean): boolean {
  const options = (textAt(committed, 'metadata', 'annotations', SYNC_OPTIONS) ?? '')
    .split(',')
    .map((one) => one.trim());
  return KEEPING.every((option) => options.includes(option) || (appStays && option === 'Delete=false'));
}

function spaceOf({ app }: GoneObject, namespace: string | undefined): string {
  const [environment] = app.split('/');
  return `${environment}/${namespace ?? ''}`;
}
