import type { Definitions, KindSchemas, SchemaNode } from '../model/schema';

/** What a file of `imports/schemas/` holds. */
export interface BundleText extends KindSchemas {
  /** Of custom kinds: whether each is in a namespace. */
  readonly scopes?: Readonly<Record<string, boolean>>;
}

/** `npm run import` writes the definitions first, each on a line of its own. */
const BEGIN = '{\n"definitions": {\n';
const END = '\n},\n';

/**
 * The definitions are read when they are asked for: a run needs a tenth of them. Worth: 2 ms instead of 10, and their
 * memory.
 */
export function bundleOf(text: string): BundleText {
  const end = text.indexOf(END, BEGIN.length);
  if (!text.startsWith(BEGIN) || end < 0)
    throw new Error('a file of imports/schemas/ does not begin with definitions.');
  const rest: Omit<BundleText, 'definitions'> = JSON.parse(`{${text.slice(end + END.length)}`);
  return { ...rest, definitions: definitionsIn(text, end) };
}

function definitionsIn(text: string, end: number): Definitions {
  const known = new Map<string, SchemaNode>();
  const lines = linesIn(text, end);
  return {
    get(name) {
      const line = lines.get(JSON.stringify(name));
      if (line === undefined) return undefined;
      const node: SchemaNode = known.get(name) ?? JSON.parse(line);
      known.set(name, node);
      return node;
    },
  };
}

/** Name, as JSON → definition, as JSON. */
function linesIn(text: string, end: number): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (let start = BEGIN.length; start < end; ) {
    const next = text.indexOf('\n', start);
    const stop = next === end ? end : next - 1;
    const value = text.indexOf('": ', start) + 1;
    lines.set(text.slice(start, value), text.slice(value + 2, stop));
    start = next + 1;
  }
  return lines;
}
