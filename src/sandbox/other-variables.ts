type Variables = Record<string, string | undefined>;

/** What Node, and programs that apps start, need to work at all; an app that reads them is told other values too. */
const PLUMBING = /^(PATH|HOME|TMPDIR|TMP|TEMP|SYSTEMROOT|.*_PROXY|NODE_(?!ENV$).*|XDG_.*|SSL_.*)$/i;

/**
 * Environment variables of another machine: every one has another value, also those that are not set here.
 * What is assigned stays assigned.
 * @param asked says whether an app's own line called the trap
 */
export function otherVariables(
  real: Readonly<Variables>,
  asked: (what: string, trap: (...args: never[]) => unknown) => boolean,
): Variables {
  const assigned = new Set<string>();
  const get = (target: Variables, key: string | symbol): string | undefined => {
    if (typeof key === 'symbol') return undefined;
    const value = target[key];
    if (assigned.has(key)) return value;
    const byApp = asked(`process.env.${key}`, get);
    return !byApp && PLUMBING.test(key) ? value : `other-${key}`;
  };
  const has = (target: Variables, key: string | symbol): boolean =>
    asked(`process.env.${String(key)}`, has) ? !(key in target) : key in target;
  const ownKeys = (target: Variables): string[] =>
    asked('process.env', ownKeys) ? [...assigned] : Object.keys(target);
  const set = (target: Variables, key: string | symbol, value: unknown): boolean => {
    if (typeof key === 'string') {
      assigned.add(key);
      target[key] = String(value);
    }
    return true;
  };
  return new Proxy<Variables>({ ...real }, { get, has, ownKeys, set });
}
