/** What every JavaScript program stands on, this one too. */
const NAMES: readonly string[] = [
  ...['Object', 'Array', 'String', 'Number', 'Boolean', 'BigInt', 'Symbol', 'Function', 'RegExp', 'Date', 'Map', 'Set'],
  ...['WeakMap', 'WeakSet', 'Promise', 'Error', 'Buffer', 'JSON', 'Math', 'Reflect'],
];

/** Global names beside them that hold one function or class. */
const MORE_GLOBALS: readonly string[] = [
  ...['Proxy', 'WeakRef', 'Intl', 'URL', 'TextEncoder', 'TextDecoder', 'Uint8Array', 'parseInt', 'parseFloat', 'isNaN'],
  ...['isFinite', 'encodeURIComponent', 'decodeURIComponent', 'structuredClone'],
];

/** An object whose functions are watched, and what to call it. */
export interface BuiltInHolder {
  readonly name: string;
  readonly holder: object;
}

/** The classes and namespaces of JavaScript, their prototypes, and those of its iterators, which have no global name. */
export function builtInHolders(): readonly BuiltInHolder[] {
  return [...NAMES.flatMap((name) => withPrototype(name, Reflect.get(everything(), name))), ...iterators()];
}

/** The names by which they are reached. */
export function globalNames(): { readonly holder: object; readonly keys: readonly string[] } {
  return { holder: everything(), keys: [...NAMES, ...MORE_GLOBALS] };
}

/** `Map` and `Map.prototype` */
export function withPrototype(name: string, holder: object): readonly BuiltInHolder[] {
  const prototype: unknown = Reflect.get(holder, 'prototype');
  const own = { name, holder };
  return typeof prototype === 'object' && prototype !== null
    ? [own, { name: `${name}.prototype`, holder: prototype }]
    : [own];
}

function iterators(): readonly BuiltInHolder[] {
  const samples: readonly object[] = [
    [][Symbol.iterator](),
    new Map().entries(),
    new Set().values(),
    ''[Symbol.iterator](),
    ''.matchAll(/a/g),
    Object.getPrototypeOf((function* () {})()),
  ];
  const prototypes = samples.map((sample): object => Object.getPrototypeOf(sample));
  const named = prototypes.map((holder) => ({ name: String(Reflect.get(holder, Symbol.toStringTag)), holder }));
  return [...named, { name: 'Iterator.prototype', holder: Object.getPrototypeOf(prototypes[0] as object) }];
}

function everything(): object {
  // biome-ignore lint/style/noRestrictedGlobals: they are compared, and never asked for anything
  return globalThis;
}
