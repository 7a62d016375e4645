/** Characters that mean something in a regular expression, and nothing in a pattern. */
const SPECIAL = /[\\^$.|+()]/;

/**
 * Whether a text matches a pattern as Argo CD reads patterns: `*` and `?`, `[a-z]` and `[!a-z]`, `{a,b}`; `/…/` is a
 * regular expression. Undefined where the pattern cannot be read here.
 * @see https://github.com/gobwas/glob
 */
export function matchesGlob(pattern: string, text: string): boolean | undefined {
  const isExpression = pattern.length > 1 && pattern.startsWith('/') && pattern.endsWith('/');
  try {
    return new RegExp(isExpression ? pattern.slice(1, -1) : `^(?:${expressionOf(pattern)})$`, 's').test(text);
  } catch {
    return undefined;
  }
}

function expressionOf(pattern: string): string {
  let result = '';
  let choices = 0;
  for (let index = 0; index < pattern.length; index++) {
    const sign = pattern.charAt(index);
    const end = sign === '[' ? pattern.indexOf(']', index + 1) : -1;
    if (end > index) {
      result += pattern.slice(index, end + 1).replace(/^\[!/, '[^');
      index = end;
    } else if (sign === '\\') {
      index++;
      result += `\\${pattern.charAt(index)}`;
    } else {
      if (sign === '{') choices++;
      if (sign === '}') choices--;
      result += translated(sign, choices);
    }
  }
  return result;
}

/** @param choices how many `{` are open */
function translated(sign: string, choices: number): string {
  switch (sign) {
    case '*':
      return '.*';
    case '?':
      return '.';
    case '{':
      return '(?:';
    case '}':
      return ')';
    case ',':
      return choices > 0 ? '|' : ',';
    default:
      return SPECIAL.test(sign) ? `\\${sign}` : sign;
  }
}
