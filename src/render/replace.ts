/**
 * Does work while a method of somebody else's class is another one, and puts the original back, whatever the work
 * does. What somebody else puts there meanwhile stays: it may call what it found.
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
