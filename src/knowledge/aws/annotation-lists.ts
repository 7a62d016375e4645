import { suggest } from '../../grammar/suggest';
import { type AnnotationValue, annotationValue, type JudgedValue, pattern, type Siblings } from './annotation-values';

/**
 * A list of texts with commas between them. The controller ignores white space around items, and empty items.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/parser.go
 * @param wrongItem why an item is wrong, as a clause; undefined for a valid item
 */
export function list(
  items: string,
  wrongItem: (item: string) => string | undefined = () => undefined,
  atLeast = 1,
): AnnotationValue<readonly string[]> {
  const wrongs = (text: string) =>
    split(text).flatMap((item) => {
      const wrong = wrongItem(item);
      return wrong === undefined ? [] : [`${item}: ${wrong}`];
    });
  return annotationValue<readonly string[]>({
    words: `${items} with commas between them`,
    typedWords: items,
    write: (value) => (value.length === 0 ? undefined : value.join(',')),
    read: (text) => {
      const found = split(text);
      return found.length >= atLeast && wrongs(text).length === 0 ? found : undefined;
    },
    wrongs,
  });
}

function split(text: string): readonly string[] {
  return text.split(',').flatMap((item) => item.trim() || []);
}

/** Names and their values; in an annotation `k=v` pairs with commas between them. */
export type TextMap = Readonly<Record<string, string>>;

/** Facts about the names in a map. */
export interface MapEntries {
  /** Names whose values are judged. AWS knows further names, whose values pass. */
  readonly known?: Readonly<Record<string, JudgedValue>>;
  /** What the names are, where `known` held all of them when it was written: `load balancer attribute`. */
  readonly allKnown?: string;
  /** How names and values are judged where both are ports. */
  readonly ports?: JudgedValue;
  /** Names that only the controller or AWS may set. */
  readonly reserved?: RegExp;
  readonly words?: string;
}

/** Letters in which a misspelt name differs from the one that is meant. */
const SLIPS = 3;

/** `k=v,k=v`; a backslash escapes a comma or a backslash in a value. */
export function map({
  known = {},
  allKnown,
  ports,
  reserved,
  words = 'pairs such as a=1,b=2',
}: MapEntries = {}): AnnotationValue<TextMap> {
  const unknown = (text: string) =>
    allKnown === undefined ? [] : Object.keys(readPairs(text) ?? {}).filter((name) => !Object.hasOwn(known, name));
  const misspelt = (text: string) => {
    const name = unknown(text).find((one) => suggest(one, Object.keys(known), SLIPS) !== undefined);
    if (name === undefined) return undefined;
    return `${suggest(name, Object.keys(known), SLIPS)} in place of ${name}, which AWS does not know`;
  };
  const ofPair = (name: string, value: string, siblings: Siblings) => {
    if (reserved?.test(name) === true) return `a name of your own in place of ${name}`;
    const isPorts = ports === undefined || [name, value].every((port) => ports.wants(port, siblings) === undefined);
    if (!isPorts) return words;
    const wanted = Object.hasOwn(known, name) ? known[name]?.wants(value, siblings) : undefined;
    return wanted === undefined ? undefined : `${wanted} for ${name}`;
  };
  const wants = (text: string, siblings: Siblings) => {
    const found = readPairs(text);
    if (found === undefined) return words;
    const wrongPair = () =>
      Object.entries(found)
        .map(([name, value]) => ofPair(name, value, siblings))
        .find((wanted) => wanted !== undefined);
    return misspelt(text) ?? wrongPair();
  };
  const typedWords = 'names without =, comma and backslash';
  const value = annotationValue({ words, typedWords, write: writePairs, read: readPairs, wants });
  if (allKnown === undefined) return value;
  return {
    ...value,
    doubts: (text) =>
      unknown(text)
        .filter((name) => suggest(name, Object.keys(known), SLIPS) === undefined)
        .map((name) => `the ${allKnown} ${name}`),
  };
}

export function writePairs(pairs: TextMap): string | undefined {
  const names = Object.keys(pairs).sort((a, b) => (a < b ? -1 : 1));
  if (names.length === 0) return undefined;
  return names.map((name) => `${name}=${(pairs[name] ?? '').replace(/[\\,]/g, '\\$&')}`).join(',');
}

/**
 * Reads pairs as the controller does. A comma ends a pair when a `=` follows later in the text; a comma and text without
 * `=` make the whole map malformed. A backslash makes the next character a plain one.
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/pkg/annotations/parser.go (splitKeyValuePairs)
 */
function readPairs(text: string): TextMap | undefined {
  const found: [string, string][] = [];
  for (const pair of pairsOf(text)) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(0, equals)).trim();
    if (name === '') return undefined;
    found.push([name, pair.slice(equals + 1).trim()]);
  }
  return Object.fromEntries(found);
}

function pairsOf(text: string): readonly string[] {
  const pairs: string[] = [];
  let pair = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const rest = character === ',' ? text.slice(i + 1).trim() : '';
    if (character === '\\' && i + 1 < text.length) pair += text.charAt(++i);
    else if (rest === '') pair += character;
    else if (rest.includes('=')) {
      pairs.push(pair.trim());
      pair = '';
    } else return [...pairs, pair.trim(), rest];
  }
  return pair === '' ? pairs : [...pairs, pair.trim()];
}

const CODES = /^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/;

/** Codes and ranges of codes of a health check, such as `200,300-399`. */
export function codes(min: number, max: number, like: string): AnnotationValue<string> {
  const isWithin = (text: string) => text.split(/[,-]/).every((code) => Number(code) >= min && Number(code) <= max);
  const words = `codes from ${min} to ${max} such as ${like}`;
  return annotationValue({
    words,
    write: (value) => value,
    read: (text) => (CODES.test(text) && isWithin(text) ? text : undefined),
  });
}

export const ARN_LIST = list('ARNs', (item) => (/^arn:[^,\s]+$/.test(item) ? undefined : 'it is not an ARN'));
export const PORT_LIST = pattern(/^\d+(\s*,\s*\d+)*$/, 'ports with commas between them');
export const TEXT_LIST = list('names or ids', undefined, 0);
