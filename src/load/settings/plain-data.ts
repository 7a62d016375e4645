import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { defined } from '../../model/defined';
import type { Problem } from '../../model/errors';
import { fieldPath, type JsonValue } from '../../model/json';
import { type NumberProblem, numberProblem } from './number-form';
import { located, type SourceText, type Spot } from './source-text';
import { MAX_DEPTH, MAX_NODES, tooDeep, tooMany } from './yaml-budget';

/** Where a setting stands. */
export interface Position {
  readonly value: Spot;
  /** Absent for the items of a list. */
  readonly key?: Spot;
  /** What was written, where YAML reads it as something other than text: `1.30` is 1.3. */
  readonly written?: string;
  /** A number that readers take in two ways; told where nothing else is wrong with it. */
  readonly odd?: NumberProblem;
}

export type Path = readonly (string | number)[];

interface Walk {
  readonly source: SourceText;
  /** By field path: `compute.fargateProfiles[0].name`. */
  readonly positions: Map<string, Position>;
  readonly problems: Problem[];
  nodes: number;
}

/** The document as data that is written out: no alias, anchor, tag, merge key or key that stands twice. */
export function plainData(document: Document | undefined, source: SourceText) {
  const walk: Walk = { source, positions: new Map(), problems: [], nodes: 0 };
  const contents = document?.contents ?? null;
  const empty = contents === null || (isScalar(contents) && contents.value === null);
  if (!empty && !isMap(contents)) refuse(walk, contents, [], 'the file is not a map of settings.', 'begin with a key.');
  const value = convert(walk, contents, []);
  const { positions, problems } = walk;
  return { value: empty ? Object.create(null) : value, positions, problems };
}

function convert(walk: Walk, node: Node | null, path: Path, key?: Spot): JsonValue {
  walk.nodes += 1;
  const written = isScalar(node) && typeof node.value !== 'string' ? node.source : undefined;
  const odd = numberProblem(node);
  walk.positions.set(fieldPath(path), {
    value: walk.source.spotAt(node?.range?.[0] ?? 0),
    ...defined({ key, written, odd }),
  });
  if (walk.nodes > MAX_NODES) {
    return walk.nodes === MAX_NODES + 1 ? refuse(walk, node, path, tooMany, 'keep data out of the settings.') : null;
  }
  if (path.length > MAX_DEPTH) return refuse(walk, node, path, tooDeep, 'flatten it.');
  if (node === null) return null;
  if (isAlias(node)) {
    return refuse(
      walk,
      node,
      path,
      `\`*${node.source}\` is an alias; settings are written out.`,
      'write the value here.',
    );
  }
  const { anchor } = node;
  if (anchor !== undefined) {
    const message = `\`&${anchor}\` is an anchor; settings are written out.`;
    return refuseMark(walk, node, path, `&${anchor}`, [message, 'remove the anchor.']);
  }
  if (node.tag !== undefined) {
    const tag = node.tag.replace(/^tag:yaml\.org,2002:/, '!!');
    return refuseMark(walk, node, path, tag, [`\`${tag}\` is a tag; settings are plain data.`, 'remove the tag.']);
  }
  if (isSeq(node)) return node.items.map((item, index) => convert(walk, nodeOrNull(item), [...path, index]));
  // A scalar without a tag is text, a number, true, false or nothing.
  return isMap(node) ? convertMap(walk, node, path) : (node.value as JsonValue);
}

function convertMap(walk: Walk, node: YAMLMap, path: Path): JsonValue {
  const map: Record<string, JsonValue> = Object.create(null);
  for (const { key, value } of node.items) {
    if (!isScalar(key) || typeof key.value !== 'string') {
      refuse(
        walk,
        nodeOrNull(key),
        path,
        'a key is not plain text.',
        'write the key as text, in quotes where YAML reads a number.',
      );
      continue;
    }
    const name = key.value;
    const inner = [...path, name];
    if (key.anchor !== undefined || key.tag !== undefined) {
      refuse(walk, key, inner, `the key \`${name}\` carries an anchor or a tag.`, 'write the key alone.');
    } else if (name === '<<') {
      refuse(walk, key, path, 'the key `<<` is not allowed.', 'write the values here.');
    } else if (name === '__proto__') {
      refuse(walk, key, path, 'the key `__proto__` is not allowed.', 'remove it.');
    } else if (Object.hasOwn(map, name)) {
      refuse(walk, key, inner, `the key \`${name}\` stands twice in this map.`, 'keep one of the two.');
    } else {
      map[name] = convert(walk, nodeOrNull(value), inner, walk.source.spotAt(key.range?.[0] ?? 0));
    }
  }
  return map;
}

function nodeOrNull(value: unknown): Node | null {
  return isNode(value) ? value : null;
}

/** Marks stand before what they mark, which is where the parser says the value begins. */
function refuseMark(walk: Walk, node: Node, path: Path, mark: string, said: readonly [string, string]): null {
  const offset = node.range?.[0] ?? 0;
  const marked = walk.source.text.lastIndexOf(mark, offset);
  return refuseAt(walk, marked < 0 ? offset : marked, path, said);
}

function refuse(walk: Walk, node: Node | null, path: Path, message: string, fix: string): null {
  return refuseAt(walk, node?.range?.[0] ?? 0, path, [message, fix]);
}

function refuseAt(walk: Walk, offset: number, path: Path, [message, fix]: readonly [string, string]): null {
  walk.problems.push({ ...located(walk.source.spotAt(offset), message, fix), path: fieldPath(path) });
  return null;
}
