/** What a server wants to be told before it answers: a line of `WWW-Authenticate`. */
export interface AuthChallenge {
  /** In lower case: `bearer`. */
  readonly scheme: string;
  /** By their names in lower case. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A scheme stands before its first parameter; a comma stands before every other. */
const PIECE =
  /\s*,?\s*(?:([A-Za-z][\w-]*)\s+(?=[A-Za-z][\w-]*\s*=)|([A-Za-z][\w-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))|([A-Za-z][\w-]*)(?=\s*(?:,|$)))/y;

/**
 * The challenges of a header, in their order; those that cannot be read end the list.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1
 */
export function authChallenges(header: string): readonly AuthChallenge[] {
  const found: { scheme: string; parameters: Record<string, string> }[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(header); match !== null; match = PIECE.exec(header)) {
    const [, before, name, quoted, plain, alone] = match;
    const scheme = before ?? alone;
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), parameters: {} });
    else if (name !== undefined)
      setParameter(found.at(-1)?.parameters, name, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return found;
}

function setParameter(parameters: Record<string, string> | undefined, name: string, value: string): void {
  if (parameters !== undefined && name !== '__proto__') parameters[name.toLowerCase()] = value;
}
