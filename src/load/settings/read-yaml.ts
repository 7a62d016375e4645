import { lstatSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, type Scalar } from 'yaml';
import type { Problem } from '../../model/errors';
import { fieldPath, type JsonValue } from '../../model/json';
import type { SourcePlace } from '../../model/source-place';

/** Where a setting stands: of its value, and of its key where it has one. */
export interface Position {
  readonly place: SourcePlace;
  readonly key?: SourcePlace;
  readonly lineText: string;
}

/** A settings file as plain data, with the place of everything in it. */
export interface SettingsFile {
  /** Relative to the project. */
  readonly file: string;
  readonly value: JsonValue;
  /** By field path: `compute.fargateProfiles[0].name`. */
  readonly positions: ReadonlyMap<string, Position>;
}

export type ReadResult = { readonly file: SettingsFile } | { readonly problems: readonly Problem[] };

const MAX_BYTES = 1024 * 1024;
const MAX_DEPTH = 64;
const MAX_NODES = 50_000;

/**
 * Reads one YAML file as data and nothing more: no aliases, tags, merge keys, duplicate keys or second document.
 * Every problem of the file is collected.
 */
export function readSettingsFile(path: string, root: string): ReadResult {
  const file = relative(root, path).replaceAll('\\', '/');
  const size = lstatSync(path).size;
  if (size > MAX_BYTES) {
    const message = `the file has ${size} bytes; settings may have ${MAX_BYTES}.`;
    return { problems: [{ place: { file, line: 1, column: 1 }, message, fix: 'keep data out of the settings.' }] };
  }
  return parseSettings(readFileSync(path, 'utf8'), file);
}

export function parseSettings(text: string, file: string): ReadResult {
  const lineCounter = new LineCounter();
  const lines = text.split(/\r?\n/);
  const problems: Problem[] = [];
  const placeAt = (offset: number): SourcePlace => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const documents = parseAllDocuments(text, {
    lineCounter,
    version: '1.2',
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
  });
  const all = Array.isArray(documents) ? documents : [];
  for (const document of all) {
    for (const error of [...document.errors, ...document.warnings]) {
      problems.push(located(placeAt(error.pos[0]), lines, yamlMessage(error.message), yamlFix(error.code)));
    }
  }
  if (all.length > 1) {
    const second = all[1]?.range[0] ?? 0;
    problems.push(
      located(
        placeAt(second),
        lines,
        'a second document starts here; a settings file is one document.',
        'remove the `---` line and what follows.',
      ),
    );
  }
  if (problems.length > 0) return { problems };

  const positions = new Map<string, Position>();
  let nodes = 0;
  const refuse = (node: Node | null, message: string, fix: string, path: readonly (string | number)[]): JsonValue => {
    problems.push({ ...located(placeAt(node?.range?.[0] ?? 0), lines, message, fix), path: fieldPath(path) });
    return null;
  };
  const convert = (node: Node | null, path: (string | number)[], key?: SourcePlace): JsonValue => {
    nodes += 1;
    const place = placeAt(node?.range?.[0] ?? 0);
    positions.set(fieldPath(path), {
      place,
      lineText: lines[place.line - 1] ?? '',
      ...(key === undefined ? {} : { key }),
    });
    if (nodes > MAX_NODES)
      return nodes === MAX_NODES + 1
        ? refuse(node, `the file holds more than ${MAX_NODES} values.`, 'keep data out of the settings.', path)
        : null;
    if (path.length > MAX_DEPTH)
      return refuse(node, `this is nested deeper than ${MAX_DEPTH} levels.`, 'flatten it.', path);
    if (node === null) return null;
    if (isAlias(node))
      return refuse(node, `\`*${node.source}\` is an alias; settings are written out.`, 'write the value here.', path);
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) {
      return refuse(node, `\`&${node.anchor}\` is an anchor; settings are written out.`, 'remove the anchor.', path);
    }
    if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) {
      return refuse(node, `\`${node.tag}\` is a tag; settings are plain data.`, 'remove the tag.', path);
    }
    if (isSeq(node)) return node.items.map((item, index) => convert(item as Node | null, [...path, index]));
    if (isMap(node)) {
      const map: Record<string, JsonValue> = Object.create(null);
      for (const pair of node.items) {
        const keyNode = pair.key as Node | null;
        const name = isScalar(keyNode) ? (keyNode.source ?? String(keyNode.value)) : undefined;
        if (name === undefined || (isScalar(keyNode) && typeof keyNode.value !== 'string')) {
          refuse(keyNode, 'a key is not plain text.', 'quote the key.', path);
        } else if (name === '__proto__' || name === '<<') {
          refuse(
            keyNode,
            `the key \`${name}\` is not allowed.`,
            name === '<<' ? 'write the values here.' : 'remove it.',
            path,
          );
        } else {
          map[name] = convert(pair.value as Node | null, [...path, name], placeAt(keyNode?.range?.[0] ?? 0));
        }
      }
      return map;
    }
    const scalar = node as Scalar;
    // Numbers keep their text beside them: the schema's message shows what was written.
    if (typeof scalar.value === 'number' || typeof scalar.value === 'bigint')
      positions.set(`${fieldPath(path)}#source`, { place, lineText: scalar.source ?? '' });
    return scalar.value as JsonValue;
  };
  const document = all[0];
  const value = convert((document?.contents as Node | null | undefined) ?? null, []);
  return problems.length > 0 ? { problems } : { file: { file, value, positions } };
}

/** A problem with the picture of its line. */
export function located(place: SourcePlace, lines: readonly string[], message: string, fix: string): Problem {
  return { place, message, fix, picture: picture(place, lines[place.line - 1] ?? '') };
}

export function picture(place: SourcePlace, lineText: string): string {
  const gutter = String(place.line);
  return `${gutter} | ${lineText}\n${' '.repeat(gutter.length)} | ${' '.repeat(Math.max(0, place.column - 1))}^`;
}

function yamlMessage(message: string): string {
  return `this is not YAML that every reader takes the same way: ${message.charAt(0).toLowerCase()}${message.slice(1)}${/[.!]$/.test(message) ? '' : '.'}`;
}

function yamlFix(code: string): string {
  return code === 'DUPLICATE_KEY' ? 'keep one of the two keys.' : 'correct the line.';
}
