import { type BuiltInHolder, builtInHolders, globalNames, withPrototype } from './built-in-holders';

interface BuiltIn {
  /** `Array.prototype.map` */
  readonly name: string;
  readonly holder: object;
  readonly key: PropertyKey;
  descriptor: PropertyDescriptor;
}

/** What an app replaced, removed or added. */
export interface Replaced {
  readonly names: readonly string[];
  /** Of those, so many are of JavaScript itself, and the others of cdk8s. */
  readonly ofJavaScript: number;
}

/** Written by Node and by tools that read stacks, and by code that counts matches. */
const CHANGING: ReadonlySet<string> = new Set(['Error.stackTraceLimit', 'Error.prepareStackTrace', 'RegExp.lastIndex']);

/** Taken before an app can replace them. Nothing else of JavaScript is used between an app's code and what puts it back. */
const { getOwnPropertyDescriptor, defineProperty, deleteProperty, ownKeys } = Reflect;
const everyObject = Object.prototype;
/** Added to values that JSON holds, each changes what it, a list or `await` makes of them. */
const TELLING: readonly PropertyKey[] = ['toJSON', 'then', Symbol.isConcatSpreadable, Symbol.toPrimitive];
const JSON_HOLDS: ReadonlySet<string> = new Set(
  ['Array', 'String', 'Number', 'Boolean'].map((one) => `${one}.prototype`),
);

/** Of JavaScript: as they were before the first app ran. */
let known: readonly BuiltIn[] | undefined;
/** What may not be added to prototypes of JavaScript. */
let absent: readonly Omit<BuiltIn, 'descriptor'>[] = [];
/** Global names: as they are whenever an app begins, since tests replace them too. */
let globals: readonly BuiltIn[] = [];
/** Of cdk8s: as whenever an app begins, since rendering itself replaces some. */
const libraries: BuiltIn[] = [];

/** Watches the functions of a class of a library on which all apps stand, and its prototype's. */
export function watchClass(name: string, holder: object): void {
  for (const one of withPrototype(name, holder)) libraries.push(...builtInsOf(one));
}

/**
 * Watches the functions of JavaScript itself and of `watchClass` while code of an app runs: one that an app replaces
 * would change what other apps and this tool do, without a word.
 * @returns to be called when that code is over: puts back what it replaced or removed, and takes away what it added to
 * all objects
 */
export function watchBuiltIns(): () => Replaced {
  known ??= remembered();
  const objectKeys = ownKeys(everyObject);
  const globalsNow = lookAgain(globals);
  const librariesNow = lookAgain(libraries);
  return () => {
    const names: string[] = [];
    takeAway(objectKeys, names);
    takeAbsent(names);
    putBack(globals, names, globalsNow);
    putBack(known as readonly BuiltIn[], names);
    const ofJavaScript = names.length;
    putBack(libraries, names, librariesNow);
    return { names, ofJavaScript };
  };
}

/** What to say of them. */
export function replacedBuiltIns({ names, ofJavaScript }: Replaced): {
  readonly message: string;
  readonly fix: string;
} {
  const whose = [ofJavaScript > 0 ? 'JavaScript itself' : [], ofJavaScript < names.length ? 'cdk8s' : []].flat();
  return {
    message: `the app changes ${names.join(', ')} of ${whose.join(' and ')}, on which every other app and cdk8s-eks stand: objects would be left out or changed in silence.`,
    fix: `write a function of your own, and leave those of ${whose[0]?.replace(' itself', '')} as they are.`,
  };
}

function remembered(): readonly BuiltIn[] {
  const { holder, keys } = globalNames();
  globals = keys.map((name) => ({ name, holder, key: name, descriptor: getOwnPropertyDescriptor(holder, name) ?? {} }));
  const holders = builtInHolders();
  absent = holders.flatMap((one) => (JSON_HOLDS.has(one.name) ? absentFrom(one) : []));
  return holders.flatMap(builtInsOf);
}

function builtInsOf({ name, holder }: BuiltInHolder): readonly BuiltIn[] {
  return ownKeys(holder).flatMap((key) => {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    const full = nameOf(name, key);
    return descriptor?.configurable !== true || CHANGING.has(full) ? [] : [{ name: full, holder, key, descriptor }];
  });
}

function absentFrom({ name, holder }: BuiltInHolder): typeof absent {
  return TELLING.filter((key) => !Object.hasOwn(holder, key)).map((key) => ({ name: nameOf(name, key), holder, key }));
}

function nameOf(holder: string, key: PropertyKey): string {
  return typeof key === 'symbol' ? `${holder}[${key.description}]` : `${holder}.${String(key)}`;
}

/** They are what is there now. @returns how they are described */
function lookAgain(list: readonly BuiltIn[]): readonly PropertyDescriptor[] {
  for (let index = 0; index < list.length; index++) {
    const one = list[index] as BuiltIn;
    if (!isSame(one)) describeAgain(one);
  }
  return list.map(({ descriptor }) => descriptor);
}

function describeAgain(one: BuiltIn): void {
  one.descriptor = getOwnPropertyDescriptor(one.holder, one.key) ?? one.descriptor;
}

/** @param before how they were described, where that may have changed since */
function putBack(list: readonly BuiltIn[], names: string[], before?: readonly PropertyDescriptor[]): void {
  for (let index = 0; index < list.length; index++) {
    const one = list[index] as BuiltIn;
    if (before !== undefined) one.descriptor = before[index] as PropertyDescriptor;
    if (isSame(one)) continue;
    names[names.length] = one.name;
    // What cannot be put back is told once, and is not the next app's.
    if (!defineProperty(one.holder, one.key, one.descriptor)) describeAgain(one);
  }
}

function isSame({ holder, key, descriptor }: BuiltIn): boolean {
  // Reading one takes less time than describing it, and is enough except for getters and proxies.
  if (descriptor.value !== undefined && (holder as Record<PropertyKey, unknown>)[key] === descriptor.value) return true;
  const now = getOwnPropertyDescriptor(holder, key);
  return now !== undefined && now.value === descriptor.value && now.get === descriptor.get;
}

/** What was added to all objects shows in every one of them. */
function takeAway(before: readonly PropertyKey[], names: string[]): void {
  const keys = ownKeys(everyObject);
  if (keys.length === before.length) return;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as PropertyKey;
    let wasThere = false;
    for (let other = 0; other < before.length && !wasThere; other++) wasThere = before[other] === key;
    if (wasThere) continue;
    names[names.length] = nameOf('Object.prototype', key);
    deleteProperty(everyObject, key);
  }
}

function takeAbsent(names: string[]): void {
  for (let index = 0; index < absent.length; index++) {
    const { name, holder, key } = absent[index] as BuiltIn;
    if (getOwnPropertyDescriptor(holder, key) === undefined) continue;
    names[names.length] = name;
    deleteProperty(holder, key);
  }
}
