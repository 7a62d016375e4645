import { LineCounter } from 'yaml';
import { defined } from '../model/defined';
import { ToolError } from '../model/errors';
import { describePlace } from '../model/source-place';
import { goDocuments } from './go-documents';
import { yamlProblems } from './yaml-problems';

/**
 * The documents of a text as kubectl and Argo CD read them; empty ones are left out.
 * @param file where the text lies
 * @throws ToolError APP_RENDER for what readers repair, refuse, or take in two ways
 */
export function yamlDocuments(text: string, file: string): readonly unknown[] {
  const lineCounter = new LineCounter();
  const isJson = file.endsWith('.json');
  const placeAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const written = goDocuments(text, lineCounter).map((document, index) => ({ document, text, index, isJson }));
  // The others mostly follow from the first. The place of the problem is the line of the app.
  const [first] = written.flatMap((one) => yamlProblems(one, placeAt));
  if (first !== undefined) {
    const { place, message, fix } = first;
    throw new ToolError('APP_RENDER', [{ message: `${describePlace(place)}: ${message}`, ...defined({ fix }) }]);
  }
  return written
    .map(({ document }): unknown => document.toJS({ maxAliasCount: -1 }))
    .filter((value) => !isEmpty(value));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
