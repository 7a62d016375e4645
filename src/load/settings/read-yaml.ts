import { relative } from 'node:path';
import { readPlainSettings } from './plain-settings';
import { readProjectFile } from './project-file';
import type { ReadResult } from './settings-file';
import { sourceText } from './source-text';

const MAX_BYTES = 1024 * 1024;

/** The YAML library takes longer to load than most settings to read. */
const loadParser = (): typeof import('./parse-yaml') => require('./parse-yaml');

/** Reads one YAML file as data and nothing more. Every problem of the file is collected. */
export function readSettingsFile(path: string, root: string): ReadResult {
  const file = relative(root, path).replaceAll('\\', '/');
  const read = readProjectFile(path, root, MAX_BYTES);
  if ('text' in read) return parseSettings(read.text, file);
  return { problems: [{ place: { file, line: 1, column: 1 }, ...read }] };
}

/** @param text without a byte order mark */
export function parseSettings(text: string, file: string): ReadResult {
  const source = sourceText(file, text);
  const plain = readPlainSettings(source);
  return plain === undefined ? loadParser().parseYaml(source) : { file: { file, ...plain } };
}
