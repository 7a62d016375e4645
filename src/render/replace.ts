/**
 * Replaces a method of somebody else's class during work, and restores the original even when the work throws. A method
 * that another library has put there meanwhile stays, since it may call the one it found.
 */
export function whileReplaced<K extends string, F, T>(
  prototype: { [name in K]: F },
  name: K,
  replacement: NoInfer<F>,
  work: () => T,
): T {
  const original = prototype[name];
  prototype[name] = replacement;
  try {
    return work();
  } finally {
    if (prototype[name] === replacement) prototype[name] = original;
  }
}
