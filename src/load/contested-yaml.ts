import { type Document, isAlias, isCollection, isPair, isScalar, type Node, type Scalar, visit } from 'yaml';
import { Keys } from './contested-keys';

/** Why another reader refuses a document, or takes it for something else, and where. */
export interface Contested {
  readonly offset: number;
  readonly what: string;
}

/** Go ends a line with them, and so takes one within a text for a space. */
const LINE_ENDS = /[\u0085\u2028\u2029]/;
/** One of the two halves in which UTF-16 writes some characters. */
const HALF = /\p{Surrogate}/u;
/** JSON has this escape, and YAML 1.1 has not. */
const ESCAPED_SLASH = /^(?:[^\\]|\\[^/])*\\\//s;

/** A document, and how it stands in its file. */
export interface Written {
  readonly document: Document.Parsed;
  readonly text: string;
  readonly index: number;
  readonly isJson: boolean;
}

/** What Go's reader, and so kubectl and Argo CD, refuses or reads in another way, though it is YAML. */
export function contestedIn({ document, text, index, isJson }: Written): readonly Contested[] {
  const found: Contested[] = [];
  const start = document.range[0];
  const tell = (offset: number | undefined, what: string) => found.push({ offset: offset ?? start, what });
  const { directives } = document;
  if (directives.yaml.explicit === true)
    tell(start, `kubectl cannot read the directive %YAML ${directives.yaml.version}; leave it out`);
  if (Object.keys(directives.tags).some((handle) => handle !== '!!'))
    tell(start, 'kubectl cannot read the directive %TAG; leave it out');
  if (index > 0 && directives.docStart !== true)
    tell(document.contents?.range?.[0], 'kubectl reads nothing behind `...` unless a line `---` follows');
  const anchors = new Map<string, Node>();
  const keys = new Keys(anchors);
  visit(document, {
    Pair(_key, pair, path) {
      const { key } = pair;
      const wrong = wrongKey(key, document) ?? keys.wrongPair(pair, path.at(-1));
      if (wrong !== undefined) tell(isPlaced(key) ? key.range?.[0] : undefined, wrong);
    },
    Alias(_key, { source, range }) {
      if (!anchors.has(source)) tell(range?.[0], NO_ANCHOR);
    },
    Collection(_key, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Scalar(_key, scalar) {
      if (scalar.anchor !== undefined) anchors.set(scalar.anchor, scalar);
      const wrong = wrongText(scalar, isJson ? '' : text);
      if (wrong !== undefined) tell(scalar.range?.[0], wrong);
    },
  });
  return found;
}

function isPlaced(node: unknown): node is { readonly range?: readonly [number, number, number] | null } {
  return isScalar(node) || isCollection(node) || isAlias(node);
}

/** The name is not told: it may be what was meant as a text, in a Secret too. */
const NO_ANCHOR =
  'an alias (`*`) stands for an anchor (`&`) that comes before it, and there is no such anchor; quote what is a text';
function wrongKey(key: unknown, document: Document): string | undefined {
  const node = isAlias(key) ? key.resolve(document) : key;
  // It is told as the alias that it is.
  if (node === undefined) return undefined;
  if (isCollection(node) || isPair(node))
    return 'a list or a map cannot be a key; where this is a template, render it first (`helm template`)';
  const value = isScalar(node) ? node.value : node;
  if (value === null || value === undefined) return 'null cannot be a key; quote it';
  if (typeof value !== 'number' || isReadAlike(value, (node as Scalar).source ?? '')) return undefined;
  return `Go writes the number ${(node as Scalar).source} as a key in its own way; quote it`;
}

/** Go writes a fraction, and a whole number in the form of one, with the precision of 32 bits. */
function isReadAlike(value: number, source: string): boolean {
  if (Object.is(value, -0)) return false;
  if (Number.isSafeInteger(value) && !/[.e]/i.test(source)) return true;
  const size = Math.abs(value);
  const digits = String(size)
    .replace(/\D|^0+/g, '')
    .replace(/^0+/, '');
  return value === 0 || (size >= 1e-4 && size < 1e6 && digits.length <= 6);
}

function wrongText({ value, type, range }: Scalar, text: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (HALF.test(value)) return 'half of a character, as `\\ud83d` is, is not text';
  const source = range === undefined || range === null ? '' : text.slice(range[0], range[1]);
  if (LINE_ENDS.test(source))
    return 'the text holds a character that Go takes for the end of a line; write it as an escape';
  return type === 'QUOTE_DOUBLE' && ESCAPED_SLASH.test(source) ? 'YAML has no escape `\\/`; write `/`' : undefined;
}
