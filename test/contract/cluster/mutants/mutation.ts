import type { Live } from '../harness/api';

/** One way to spoil a rendered object. */
export interface Mutation {
  readonly kind: string;
  /** What is wrong, in a few words; unique within its class. */
  readonly label: string;
  /** Spoils a copy; answers false where the object has nothing of the sort. */
  readonly spoil: (object: Live) => boolean | undefined;
  /** The sound object is stored before, and the spoilt one arrives as its change. */
  readonly stored?: boolean;
}

/** Sets, or with `undefined` removes, a field that is there: `spec.ports[0].port`. */
export function set(kind: string, label: string, path: string, value: unknown): Mutation {
  return {
    kind,
    label,
    spoil: (object) => {
      const holder = holderOf(object, path);
      if (holder === undefined || !(holder.key in holder.of)) return false;
      if (value === undefined) delete holder.of[holder.key];
      else holder.of[holder.key] = value;
      return true;
    },
  };
}

/** Adds a field where its parent is there. */
export function add(kind: string, label: string, path: string, value: unknown): Mutation {
  return {
    kind,
    label,
    spoil: (object) => {
      const holder = holderOf(object, path);
      if (holder === undefined) return false;
      holder.of[holder.key] = value;
      return true;
    },
  };
}

/** Appends a copy of a list's first item, itself changed where that is wanted. */
export function again(
  kind: string,
  label: string,
  path: string,
  change: Readonly<Record<string, unknown>> = {},
): Mutation {
  return {
    kind,
    label,
    spoil: (object) => {
      const holder = holderOf(object, path);
      const list = holder?.of[holder.key];
      if (!Array.isArray(list) || list.length === 0) return false;
      list.push({ ...structuredClone(list[0]), ...change });
      return true;
    },
  };
}

/** The same mutation as the change of an object that is stored. */
export function changed(mutation: Mutation): Mutation {
  return { ...mutation, stored: true };
}

/** The parent of a field and the field's key; dots inside a key are written in brackets: `labels[a.b/c]`. */
export function holderOf(object: Live, path: string): { readonly of: Live; readonly key: string | number } | undefined {
  const steps = [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map(([, bracket, plain]) => {
    return bracket !== undefined && /^\d+$/.test(bracket) ? Number(bracket) : (bracket ?? plain ?? '');
  });
  const key = steps.pop() ?? '';
  let of = object;
  for (const step of steps) {
    of = of?.[step];
    if (typeof of !== 'object' || of === null) return undefined;
  }
  return { of, key };
}
