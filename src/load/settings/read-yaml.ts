import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { messageOf } from '../../model/thrown';
import { readPlainSettings } from './plain-settings';
import type { ReadResult } from './settings-file';
import { sourceText } from './source-text';

const MAX_BYTES = 1024 * 1024;

/** The YAML library takes longer to load than most settings to read. */
const loadParser = (): typeof import('./parse-yaml') => require('./parse-yaml');

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
  const plain = readPlainSettings(source);
  return plain === undefined ? loadParser().parseYaml(source) : { file: { file, ...plain } };
}
