import type { Change } from '../change';
import { defined } from '../defined';
import type { PathDifference } from '../object-diff';
import type { RenderedObject } from '../rendered-object';
import type { ComparedField, Explanation } from './comparison';
import { type Differences, differencesOf, isRenamed, isWithin, type Rename, renamedWorld, type World } from './world';

/**
 * What one app renders from parts of two environments. On the way from the first to the second one thing changes at
 * a time: the revision, entries that only the second releases, the name, the settings, what is promoted.
 */
export interface WorldsOfApp {
  readonly first: World;
  /** The first, from the revision of the second. */
  readonly atRevision: World;
  /** With what only the second releases. */
  readonly released: World;
  /** The settings of the first under the name of the second; absent where that does not render. */
  readonly named: World | undefined;
  /** The settings of the second under the name of the first; absent where that does not render. */
  readonly set: World | undefined;
  /** The second with all of the first promoted to it. */
  readonly promoted: World;
  readonly second: World;
}

/** Which settings an app renders otherwise by, each with the world of that setting alone. */
export interface Trials {
  /** What the trials started from. */
  readonly base: World;
  readonly worlds: ReadonlyMap<string, World>;
}

export interface CompareOptions {
  readonly from: string;
  readonly to: string;
  readonly app: string;
  readonly rename: Rename;
  /** Tries the settings one by one, where some differences come from them. */
  readonly trials: () => readonly Trials[];
  /** Names of all settings that differ. */
  readonly settings: readonly string[];
}

type Cause = 'pin' | 'released' | 'name' | 'settings' | 'promotion';

interface Step {
  readonly cause: Cause;
  readonly differences: Differences;
}

/** Each field that differs between the two environments, with what explains it. */
export function compareApp(given: WorldsOfApp, options: CompareOptions): readonly ComparedField[] {
  const worlds = underOneName(given, options);
  const steps = stepsOf(worlds);
  const tried = { trials: undefined as readonly Tried[] | undefined };
  const named = () => {
    tried.trials ??= options.trials().map((trials) => triedOf(trials, given, options));
    return tried.trials;
  };
  return [...differencesOf(worlds.first, worlds.second)].flatMap(([key, differences]) => {
    const [was, is] = [worlds.first.get(key), worlds.second.get(key)];
    const object = is ?? was;
    if (object === undefined) return [];
    return differences.map((difference) => ({
      ...changeOf(object, difference, { was, is, options }),
      ...explained(key, difference, { steps, named, options }),
    }));
  });
}

function underOneName(worlds: WorldsOfApp, { rename }: CompareOptions): WorldsOfApp {
  const known = knownKeys(worlds);
  const renamed = (world: World) => renamedWorld(world, known, rename);
  const { first, atRevision, released, set } = worlds;
  return {
    ...worlds,
    first: renamed(first),
    atRevision: renamed(atRevision),
    released: renamed(released),
    set: set === undefined ? undefined : renamed(set),
  };
}

/** Keys of the worlds that have the name of the second. */
function knownKeys({ named, promoted, second }: WorldsOfApp): ReadonlySet<string> {
  return new Set([named, promoted, second].flatMap((world) => [...(world?.keys() ?? [])]));
}

function stepsOf({ first, atRevision, released, named, set, promoted, second }: WorldsOfApp): readonly Step[] {
  const step = (cause: Cause, before: World | undefined, after: World | undefined): readonly Step[] =>
    before === undefined || after === undefined ? [] : [{ cause, differences: differencesOf(before, after) }];
  return [
    ...step('pin', first, atRevision),
    ...step('released', atRevision, released),
    ...step('name', released, named),
    ...step('name', set, promoted),
    ...(named === undefined ? step('settings', released, set) : step('settings', named, promoted)),
    ...step('promotion', promoted, second),
  ];
}

interface Sides {
  readonly was: RenderedObject | undefined;
  readonly is: RenderedObject | undefined;
  readonly options: CompareOptions;
}

function changeOf(object: RenderedObject, difference: PathDifference, { was, is, options }: Sides): Change {
  const { group, kind, namespace, name } = object;
  const { field, before, after } = difference;
  return {
    environment: options.to,
    app: options.app,
    object: { group, kind, name, ...defined({ namespace }) },
    kind: kindOf(was, is),
    field,
    ...defined({ before, after }),
  };
}

function kindOf(was: RenderedObject | undefined, is: RenderedObject | undefined): Change['kind'] {
  if (was === undefined) return 'added';
  return is === undefined ? 'removed' : 'changed';
}

interface Known {
  readonly steps: readonly Step[];
  readonly named: () => readonly Tried[];
  readonly options: CompareOptions;
}

type Explained = Pick<ComparedField, 'explanation' | 'causes'>;

/** What explains least says where the field belongs; all that it comes from is told. */
function explained(key: string, difference: PathDifference, { steps, named, options }: Known): Explained {
  const parts = new Map<Cause, readonly PathDifference[]>();
  for (const { cause, differences } of steps) {
    const touching = (differences.get(key) ?? []).filter((one) => isWithin(one, difference));
    if (touching.length > 0) parts.set(cause, [...(parts.get(cause) ?? []), ...touching]);
  }
  const said: [Explanation, readonly string[]][] = [];
  if (parts.has('released'))
    said.push(['left', [`only ${options.to} releases what it comes from, and a promotion leaves that`]]);
  const byName = parts.get('name');
  if (byName?.every((one) => isRenamed(one, options.rename))) said.push(['settings', ['name']]);
  else if (byName !== undefined) said.push(['left', [askedIn(difference, byName)]]);
  if (parts.has('pin')) said.push(['pin', ['source']]);
  if (parts.has('settings')) said.push(['settings', settingsBehind(key, difference, named(), options.settings)]);
  if (parts.has('promotion')) said.push(['promotion', ['release']]);
  const [worst] = (['left', 'pin', 'settings', 'promotion'] as const).filter((one) => said.some(([is]) => is === one));
  return { explanation: worst ?? 'left', causes: [...new Set(said.flatMap(([, causes]) => causes))] };
}

interface Tried {
  readonly bySetting: ReadonlyMap<string, Differences>;
}

function triedOf({ base, worlds }: Trials, all: WorldsOfApp, { rename }: CompareOptions): Tried {
  const known = knownKeys(all);
  const renamed = (world: World) => renamedWorld(world, known, rename);
  const from = renamed(base);
  const bySetting = [...worlds].map(([name, world]) => [name, differencesOf(from, renamed(world))] as const);
  return { bySetting: new Map(bySetting) };
}

/** Settings that change the field alone; where none does, those that could not be tried alone, or else all. */
function settingsBehind(
  key: string,
  difference: PathDifference,
  trials: readonly Tried[],
  settings: readonly string[],
): readonly string[] {
  for (const { bySetting } of trials) {
    const found = [...bySetting].filter(([, differences]) =>
      (differences.get(key) ?? []).some((one) => isWithin(one, difference)),
    );
    if (found.length > 0) return found.map(([name]) => name);
  }
  const untried = settings.filter((name) => trials.every(({ bySetting }) => !bySetting.has(name)));
  return [`${(untried.length > 0 ? untried : settings).join(', ')} together`];
}

/** Of an object that only one of the two has, which of its fields it is about. */
function askedIn({ path }: PathDifference, asking: readonly PathDifference[]): string {
  const fields = [...new Set(asking.map(({ field }) => field))].filter((field) => field !== '');
  const which = path.length > 0 || fields.length === 0 ? '' : `, for ${fields.join(', ')}`;
  return `the code asks which environment it is${which}`;
}
