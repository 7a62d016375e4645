import type { BaseIssue } from 'valibot';
import type { Problem } from '../../model/errors';
import { fieldPath } from '../../model/json';
import { didYouMean } from '../../model/suggest';
import type { MergedSettings } from './merge';
import { picture } from './read-yaml';

type Issue = BaseIssue<unknown>;

/** Fields whose value is text that YAML reads as a number when nobody quotes it. */
const QUOTED: Readonly<Record<string, string>> = {
  accountId: 'leading zeros are lost',
  kubernetesVersion: '1.30 is read as 1.3',
  version: '3.10 is read as 3.1',
  tag: '1.10 is read as 1.1',
};

/** One issue of the schema as a problem: where the value really stands, what was found, what is wanted. */
export function issueProblem(
  issue: Issue,
  settings: MergedSettings,
  known: (path: readonly (string | number)[]) => readonly string[],
): Problem {
  const path = (issue.path ?? []).map((step) => step.key as string | number);
  const field = fieldPath(path);
  const unknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const { place, lineText } = nearest(path, settings, unknownKey);
  const key = String(path.at(-1) ?? '');
  const where = { place, path: field, ...(lineText === '' ? {} : { picture: picture(place, lineText) }) };
  if (unknownKey) {
    const names = known(path.slice(0, -1));
    const message = `found the key \`${key}\`, which is unknown here.${didYouMean(key, names)}`;
    return { ...where, message, fix: `use one of: ${names.join(', ')}.` };
  }
  if (issue.received === 'undefined') {
    return { ...where, message: `found nothing; wanted ${wanted(issue)}.`, fix: `add \`${key}\`.` };
  }
  const source = settings.positions.get(`${field}#source`)?.lineText;
  if (source !== undefined && issue.expected === 'string') {
    const why = QUOTED[key] ?? 'a number is not the text that was written';
    const message = `found the number ${source}, read as ${String(issue.input)}; wanted text, because ${why}.`;
    return { ...where, message, fix: `quote it: ${key}: "${source}".` };
  }
  return { ...where, message: `found ${shown(issue.input)}; wanted ${wanted(issue)}.`, fix: `correct \`${key}\`.` };
}

function wanted(issue: Issue): string {
  if (
    ['regex', 'check_items', 'union', 'max_length', 'min_length', 'check'].includes(issue.type) &&
    !issue.message.startsWith('Invalid')
  ) {
    return issue.message;
  }
  if (issue.type === 'max_length') return `at most ${String(issue.requirement)} characters or items`;
  if (issue.type === 'min_length') return 'text that is not empty';
  if (issue.type === 'min_value') return `at least ${String(issue.requirement)}`;
  const expected = issue.expected ?? 'another value';
  const names: Record<string, string> = {
    Object: 'a map',
    Array: 'a list',
    string: 'text',
    boolean: 'true or false',
    number: 'a number',
  };
  if (/^".*"$/.test(expected) && issue.type === 'strict_object') return `the key ${expected}`;
  return names[expected] ?? expected.replaceAll(/[()]/g, '').replaceAll(' | ', ' or ');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `a map with ${Object.keys(value).join(', ') || 'no keys'}`;
  if (value === null) return 'nothing';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

/** The place of the value, or of the nearest thing around it; the file's start when its parent is the file. */
export function nearest(path: readonly (string | number)[], settings: MergedSettings, key = false) {
  for (let length = path.length; length > 0; length--) {
    const position = settings.positions.get(fieldPath(path.slice(0, length)));
    if (position === undefined) continue;
    const useKey = position.key !== undefined && (key || length < path.length);
    return { place: useKey && position.key ? position.key : position.place, lineText: position.lineText };
  }
  return { place: { file: settings.file, line: 1, column: 1 }, lineText: '' };
}
