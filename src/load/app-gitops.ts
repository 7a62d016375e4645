import { type BaseIssue, exactOptional, safeParse, strictObject } from 'valibot';
import type { Problem } from '../model/errors';
import { fieldPath } from '../model/json';
import type { SourcePlace } from '../model/source-place';
import { didYouMean } from '../model/suggest';
import { messageOf } from '../model/thrown';
import { ignoredFieldsProblems } from './ignored-fields';
import { ignoreDifferences } from './settings/delivery-schema';

const schema = strictObject({ ignoreDifferences: exactOptional(ignoreDifferences) });
const KEYS = [...Object.keys(schema.entries), ...Object.keys(ignoreDifferences.item.entries)];

/** Everything that is wrong with what an app asks of Argo CD. */
export function appGitopsProblems(gitops: unknown, place: SourcePlace): readonly Problem[] {
  if (gitops === undefined) return [];
  const parsed = read(gitops);
  if ('message' in parsed) return [{ place, path: 'gitops', ...parsed }];
  if (!parsed.success) return parsed.issues.map((issue) => ({ place, ...shapeProblem(issue) }));
  return ignoredFieldsProblems(parsed.output.ignoreDifferences ?? []).map(({ path, message, fix }) => ({
    place,
    path: fieldPath(['gitops', 'ignoreDifferences', ...path]),
    message,
    fix,
  }));
}

/** A getter or a proxy of the app's own may throw. */
function read(gitops: unknown) {
  try {
    return safeParse(schema, gitops);
  } catch (error) {
    return { message: `it cannot be read: ${messageOf(error)}`, fix: 'write plain maps, lists and texts.' };
  }
}

function shapeProblem({ expected, input, message, path }: BaseIssue<unknown>): Omit<Problem, 'place'> {
  const steps = (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const at = fieldPath(['gitops', ...steps]);
  const isItem = typeof steps.at(-1) === 'number';
  const last = steps.length === 0 ? 'gitops' : fieldPath(steps.slice(isItem ? -2 : -1));
  if (expected === 'never')
    return {
      path: at,
      message: `the key ${last} is unknown here.${didYouMean(last, KEYS)}`,
      fix: 'correct or remove it.',
    };
  if (input === undefined) return { path: at, message: `${last} is missing.`, fix: `add ${last}.` };
  const wanted = message.startsWith('Invalid') ? (expected ?? 'another value') : message;
  return { path: at, message: `found ${shown(input)}; wanted ${wanted}.`, fix: `correct ${last}.` };
}

/** As JSON writes it, where JSON can. */
function shown(input: unknown): string {
  if (typeof input === 'bigint') return `${input}n`;
  try {
    return JSON.stringify(input) ?? `a ${typeof input}`;
  } catch {
    return 'what JSON cannot write';
  }
}
