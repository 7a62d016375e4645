/** What every JavaScript program stands on, this one too. */
const HOLDERS: readonly string[] = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'BigInt', 'Symbol', 'Function', 'RegExp', 'Date', 'Map', 'Set'],
  ...['WeakMap', 'WeakSet', 'Promise', 'Error', 'Buffer', 'JSON', 'Math', 'Reflect'],
];

interface BuiltIn {
  /** `Array.prototype.map` */
  readonly name: string;
  readonly holder: object;
  readonly key: PropertyKey;
  readonly descriptor: PropertyDescriptor;
}

/** Written by Node and by tools that read stacks, and by code that counts matches. */
const CHANGING: ReadonlySet<string> = new Set(['Error.stackTraceLimit', 'Error.prepareStackTrace', 'RegExp.lastIndex']);

/** Taken before an app can replace them. */
const { get, getOwnPropertyDescriptor, defineProperty, ownKeys } = Reflect;

let known: readonly BuiltIn[] | undefined;

/**
 * Remembers the functions of JavaScript itself, before any code of an app runs: one that an app replaces would change
 * what other apps and this tool do, without a word. Only the first call in a process does anything.
 */
export function rememberBuiltIns(): void {
  known ??= HOLDERS.flatMap((name) => {
    // biome-ignore lint/style/noRestrictedGlobals: they are compared, and never asked for anything
    const holder = get(globalThis, name) as object;
    const prototype: unknown = get(holder, 'prototype');
    const own = builtInsOf(name, holder);
    return typeof prototype === 'object' && prototype !== null
      ? [...own, ...builtInsOf(`${name}.prototype`, prototype)]
      : own;
  });
}

/** Puts back what was replaced or removed since. @returns its names */
export function restoreBuiltIns(): readonly string[] {
  const replaced: string[] = [];
  if (known === undefined) return replaced;
  for (let index = 0; index < known.length; index++) {
    const { name, holder, key, descriptor } = known[index] as BuiltIn;
    const now = getOwnPropertyDescriptor(holder, key);
    if (now !== undefined && now.value === descriptor.value && now.get === descriptor.get) continue;
    replaced[replaced.length] = name;
    defineProperty(holder, key, descriptor);
  }
  return replaced;
}

/** What to say of them. */
export function replacedBuiltIns(names: readonly string[]): { readonly message: string; readonly fix: string } {
  return {
    message: `the app replaces ${names.join(', ')} of JavaScript itself, on which every other app and cdk8s-eks stand: objects would be left out or changed in silence.`,
    fix: 'write a function of your own, and leave those of JavaScript as they are.',
  };
}

function builtInsOf(name: string, holder: object): readonly BuiltIn[] {
  return ownKeys(holder).flatMap((key) => {
    const descriptor = getOwnPropertyDescriptor(holder, key);
    const full = typeof key === 'symbol' ? `${name}[${key.description}]` : `${name}.${key}`;
    return descriptor?.configurable !== true || CHANGING.has(full) ? [] : [{ name: full, holder, key, descriptor }];
  });
}
