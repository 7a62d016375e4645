/**
 * Characters of a host or a path in a condition.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export const LONGEST_VALUE = 128;

/**
 * What a path pattern may hold; `*` stands for any characters and `?` for one. AWS lists `&` as `&amp;`, so `;` is among them.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html
 */
const IN_PATH = /[A-Za-z0-9_\-.$/~"'@:+;&*?]/;

/**
 * What a regular expression of a rule may not use, as it is written.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
const NOT_IN_REGEX: readonly (readonly [form: RegExp, name: string])[] = [
  [/\(\?[=!]/, 'a lookahead'],
  [/\(\?<[=!]/, 'a lookbehind'],
  [/\\[1-9]|\\k[<{']|\(\?P=/, 'a backreference'],
  [/\(\?>/, 'an atomic group'],
  [/[*+?}]\+/, 'a possessive quantifier'],
  [/\(\?(R|[0-9]|[+-][0-9]|&|P>)/, 'a subroutine or a recursion'],
  [/\\[pP][{A-Z]/, 'a class of Unicode characters'],
];

/** A path of an Ingress, as far as its form in a condition depends on it. */
export interface IngressPath {
  readonly path: string;
  readonly pathType: string | undefined;
  /** Whether `use-regex-path-match` makes regular expressions of paths of type ImplementationSpecific. */
  readonly usesRegex: boolean;
}

/** Why AWS refuses the value of a condition that a path becomes, as a part of a sentence; undefined when it takes it. */
export function wrongPathValue(one: IngressPath): string | undefined {
  const { path, pathType } = one;
  // The controller takes its slash off.
  if (isRegex(one)) return wrongRegex(path.replace(/^\//, ''));
  // The longer of the two values that a prefix becomes.
  return wrongPath(pathType === 'Prefix' && path !== '/' ? `${path}/*` : path);
}

/** What to do about it. */
export function rightPathValue(one: IngressPath): string {
  if (one.path.length > LONGEST_VALUE - '/*'.length) return 'shorten it, and match the rest in the Pods.';
  if (isRegex(one)) return 'write it without, and match the rest in the Pods.';
  const type = one.pathType === 'ImplementationSpecific' ? '' : ', with pathType ImplementationSpecific';
  return `write ? for one such character or * for several${type}.`;
}

function isRegex({ pathType, usesRegex }: IngressPath): boolean {
  return usesRegex && pathType === 'ImplementationSpecific';
}

/** The same of a value among `values` of a condition. */
export function wrongPath(text: string): string | undefined {
  const odd = [...new Set([...text].filter((character) => !IN_PATH.test(character)))];
  if (odd.length > 0)
    return `a path may hold letters without accents, digits and _ - . $ / ~ " ' @ : + ; & * ?, not ${odd.map((one) => `"${one}"`).join(', ')}`;
  return wrongLength(text);
}

/** The same of a value among `regexValues`. */
export function wrongRegex(text: string): string | undefined {
  // What is escaped or in brackets stands for itself, such as the + of `a*\+`.
  const bare = text.replace(/\\[^A-Za-z0-9]/g, '').replace(/\[[^\]]*\]/g, '[]');
  const found = NOT_IN_REGEX.filter(([form]) => form.test(bare)).map(([, name]) => name);
  if (found.length > 0)
    return `it has ${found.join(' and ')}, which regular expressions of a load balancer cannot have`;
  return wrongLength(text);
}

function wrongLength({ length }: string): string | undefined {
  return length > LONGEST_VALUE
    ? `it has ${length} characters, and AWS takes ${LONGEST_VALUE} in a condition`
    : undefined;
}
