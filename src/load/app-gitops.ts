import { type BaseIssue, exactOptional, safeParse, strictObject } from 'valibot';
import type { Problem } from '../model/errors';
import { fieldPath } from '../model/json';
import type { SourcePlace } from '../model/source-place';
import { didYouMean } from '../model/suggest';
import { ignoredFieldsProblems } from './ignored-fields';
import { ignoreDifferences } from './settings/delivery-schema';

const schema = strictObject({ ignoreDifferences: exactOptional(ignoreDifferences) });
const KEYS = [...Object.keys(schema.entries), ...Object.keys(ignoreDifferences.item.entries)];

/** The first thing that is wrong with what an app asks of Argo CD; undefined where all is well. */
export function appGitopsProblem(gitops: unknown, place: SourcePlace): Problem | undefined {
  if (gitops === undefined) return undefined;
  const parsed = safeParse(schema, gitops);
  if (!parsed.success) return { place, ...shapeProblem(parsed.issues[0]) };
  const [found] = ignoredFieldsProblems(parsed.output.ignoreDifferences ?? []);
  if (found === undefined) return undefined;
  const { path, message, fix } = found;
  return { place, path: fieldPath(['gitops', 'ignoreDifferences', ...path]), message, fix };
}

function shapeProblem({ expected, input, message, path }: BaseIssue<unknown>): Omit<Problem, 'place'> {
  const steps = (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const at = fieldPath(['gitops', ...steps]);
  const last = String(steps.at(-1) ?? 'gitops');
  if (expected === 'never')
    return {
      path: at,
      message: `the key ${last} is unknown here.${didYouMean(last, KEYS)}`,
      fix: 'correct or remove it.',
    };
  if (input === undefined) return { path: at, message: `${last} is missing.`, fix: `add ${last}.` };
  const wanted = message.startsWith('Invalid') ? (expected ?? 'another value') : message;
  return { path: at, message: `found ${JSON.stringify(input)}; wanted ${wanted}.`, fix: `correct ${last}.` };
}
