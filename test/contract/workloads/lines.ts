import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const IMPORT = /^(?:import|export) [^;]*? from '(\.[^']+)';$/gm;

/** Lines of code of a module and of what it imports beside itself; without blank lines, comments and files of text. */
export function typeScriptLines(path: string, seen: Set<string> = new Set()): number {
  if (seen.has(path) || !path.endsWith('.ts')) return 0;
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const own = text.split('\n').filter((line) => !/^\s*(\/\/|\/\*|\*|$)/.test(line)).length;
  const imported = [...text.matchAll(IMPORT)].map(([, from = '']) => join(dirname(path), from));
  const beside = imported.map((from) => (/\.\w+$/.test(from) ? from : `${from}.ts`));
  return own + beside.reduce((sum, from) => sum + typeScriptLines(from, seen), 0);
}

/** Lines of YAML, without blank lines, comments, separators and files of text in ConfigMaps. */
export function yamlLines(text: string): number {
  const lines = text.split('\n').filter((line) => !/^\s*(#|---|$)/.test(line)).length;
  const values = parseAllDocuments(text).flatMap((document) => Object.values(document.toJS()?.data ?? {}));
  const files = values.filter((value): value is string => typeof value === 'string' && value.includes('\n'));
  const counted = files.flatMap((file) => file.split('\n').filter((line) => !/^\s*(#|---|$)/.test(line)));
  return lines - counted.length;
}
