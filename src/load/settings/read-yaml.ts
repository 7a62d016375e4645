import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { parseAllDocuments, type YAMLError } from 'yaml';
import type { Problem } from '../../model/errors';
import type { JsonValue } from '../../model/json';
import { messageOf } from '../../model/thrown';
import { type Position, plainData } from './plain-data';
import { located, type SourceText, sourceText } from './source-text';
import { budgetProblem, MAX_BYTES, tooDeep } from './yaml-budget';

/** A settings file as plain data, with the place of everything in it. */
export interface SettingsFile {
  /** Relative to the project. */
  readonly file: string;
  readonly value: JsonValue;
  /** By field path: `compute.fargateProfiles[0].name`. */
  readonly positions: ReadonlyMap<string, Position>;
}

export type ReadResult = { readonly file: SettingsFile } | { readonly problems: readonly Problem[] };

/** A file that is not YAML at all has an error in nearly every line; the first few are enough. */
const MAX_ERRORS = 20;

/** Reads one YAML file as data and nothing more. Every problem of the file is collected. */
export function readSettingsFile(path: string, root: string): ReadResult {
  const file = relative(root, path).replaceAll('\\', '/');
  const refused = (message: string, fix: string): ReadResult => ({
    problems: [{ place: { file, line: 1, column: 1 }, message, fix }],
  });
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return refused('this is not a file.', 'put a file of this name in its place.');
    if (stats.size > MAX_BYTES) {
      const message = `the file has ${stats.size} bytes; settings may have ${MAX_BYTES}.`;
      return refused(message, 'keep data out of the settings.');
    }
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) return refused('the file is not UTF-8 text.', 'save it as UTF-8.');
    return parseSettings(bytes.toString('utf8').replace(/^\ufeff/, ''), file);
  } catch (error) {
    return refused(`the file cannot be read: ${messageOf(error)}.`, 'make it readable.');
  }
}

/** @param text without a byte order mark */
export function parseSettings(text: string, file: string): ReadResult {
  const source = sourceText(file, text);
  const budget = budgetProblem(source);
  if (budget !== undefined) return { problems: [budget] };
  // Keys that stand twice are found by ours: the parser's own search takes the square of their number.
  const options = { version: '1.2', uniqueKeys: false, strict: true, prettyErrors: false } as const;
  const parsed = parseAllDocuments(text, options);
  const documents = Array.isArray(parsed) ? parsed : [];
  const errors = documents
    .flatMap((document) => [...document.errors, ...document.warnings])
    .filter((error) => error.code !== 'TAG_RESOLVE_FAILED');
  const problems = errors.slice(0, MAX_ERRORS).map((error) => yamlProblem(error, source));
  if (errors.length > MAX_ERRORS) {
    problems.push({ message: `${file} has ${errors.length - MAX_ERRORS} more errors of this kind.` });
  }
  if (documents.length > 1) {
    const message = 'a second document starts here; a settings file is one document.';
    const fix = 'remove the `---` line and what follows.';
    problems.push(located(source.spotAt(documents[1]?.range[0] ?? 0), message, fix));
  }
  if (problems.length > 0) return { problems };
  const { value, positions, problems: refused } = plainData(documents[0], source);
  return refused.length > 0 ? { problems: refused } : { file: { file, value, positions } };
}

function yamlProblem(error: YAMLError, source: SourceText): Problem {
  const spot = source.spotAt(error.pos[0]);
  if (error.code === 'RESOURCE_EXHAUSTION') return located(spot, tooDeep, 'flatten it.');
  const said = `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
  const message = `this is not YAML that every reader takes the same way: ${said}${/[.!]$/.test(said) ? '' : '.'}`;
  return located(spot, message, 'correct the line.');
}
