/** What was thrown, in words. Anything may be thrown, not only an Error. */
export function messageOf(thrown: unknown): string {
  try {
    return textOf(thrown, 'message') ?? String(thrown);
  } catch {
    return 'something was thrown that cannot be told in words: reading it throws again.';
  }
}

/** Anything may be thrown, also what throws when it is asked what it is. */
export function isError(thrown: unknown): thrown is Error {
  try {
    return thrown instanceof Error;
  } catch {
    return false;
  }
}

/** `ENOENT` of an error of the system; undefined where what was thrown has no code. */
export function codeOf(thrown: unknown): string | undefined {
  return textOf(thrown, 'code');
}

/** A text field of what was thrown, such as the `path` of an error of the file system. */
export function textOf(thrown: unknown, field: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const value: unknown = Reflect.get(thrown, field);
  return typeof value === 'string' ? value : undefined;
}

/** The same error, which says about which file it is. */
export function withPath(thrown: unknown, path: string): unknown {
  return typeof thrown === 'object' && thrown !== null ? Object.assign(thrown, { path }) : thrown;
}

/** Its stack; nothing where it has none that can be read. */
export function traceOf(thrown: unknown): { readonly stack?: string } {
  try {
    const stack = textOf(thrown, 'stack');
    return stack === undefined ? {} : { stack };
  } catch {
    return {};
  }
}
