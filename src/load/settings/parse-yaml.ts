import { parseAllDocuments, type YAMLError } from 'yaml';
import type { Problem } from '../../model/errors';
import { plainData } from './plain-data';
import type { ReadResult } from './settings-file';
import { located, type SourceText } from './source-text';
import { budgetProblem, tooDeep } from './yaml-budget';

/** A file that is not YAML at all has an error in nearly every line; the first few are enough. */
const MAX_ERRORS = 20;

/** Reads any YAML, of which settings take what is plain data. Every problem of the text is collected. */
export function parseYaml(source: SourceText): ReadResult {
  const { text, file } = source;
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
