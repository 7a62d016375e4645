import { isUtf8 } from 'node:buffer';
import type { LineCounter } from 'yaml';
import type { Problem } from '../model/errors';
import type { SourcePlace } from '../model/source-place';
import { contestedText, withoutMarks } from './contested-text';
import type { Written } from './contested-yaml';
import { goDocuments } from './go-documents';
import { readRegularFile } from './regular-file';
import { wrongJson } from './wrong-json';
import { notForAll } from './yaml-problems';

/** A reader holds the whole file many times over; all definitions of the largest operators are a third of this. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Blank lines take time too; those definitions have a tenth of this. */
const MOST_LINES = 2_000_000;

/** What is in a file, or why that cannot be said. */
export function documentsOf(
  path: string,
  beginning: SourcePlace,
  lineCounter: LineCounter,
): readonly Written[] | Problem {
  const bytes = readRegularFile(path, MOST_BYTES);
  if (!Buffer.isBuffer(bytes)) return 'isLarge' in bytes ? { ...bytes, fix: 'split it.' } : bytes;
  if (!isUtf8(bytes))
    return { message: 'the file is not UTF-8 text, and kubectl refuses it.', fix: 'save it as UTF-8.' };
  const text = withoutMarks(bytes.toString('utf8'));
  const isJson = path.endsWith('.json');
  const wrong = isJson ? wrongJson(text) : wrongYamlText(text, beginning);
  if (wrong !== undefined) return wrong;
  try {
    return goDocuments(text, lineCounter).map((document, index) => ({ document, text, index, isJson }));
  } catch (error) {
    if (error instanceof RangeError)
      return { message: 'the file is nested too deeply to be read.', fix: 'flatten it.' };
    throw error;
  }
}

function wrongYamlText(text: string, beginning: SourcePlace): Problem | undefined {
  const lines = countLines(text, text.length);
  if (lines > MOST_LINES)
    return { message: `the file has ${lines} lines; it may have ${MOST_LINES}.`, fix: 'split it.' };
  const contested = contestedText(text);
  if (contested === undefined) return undefined;
  const { offset, what } = contested;
  const column = offset - text.lastIndexOf('\n', offset - 1);
  return notForAll({ ...beginning, line: countLines(text, offset), column }, what);
}

/** Up to an offset; the line in which it lies is counted. */
function countLines(text: string, end: number): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
