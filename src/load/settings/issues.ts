import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import type { Problem, RelatedPlace } from '../../model/errors';
import { fieldPath, isJsonObject } from '../../model/json';
import { suggest } from '../../model/suggest';
import { keySpotOf, type MergedSettings, missingSpotOf, spotOf } from './merge';
import type { Path } from './plain-data';
import type { FoundProblem } from './setting-problem';
import { type ShapeProblem, shapeProblems, WORDS, wantedAt } from './shape';
import { masked, picture, type Spot } from './source-text';

/** Problems of one environment that are told; a file of another kind would have thousands. */
const MAX_PROBLEMS = 100;

/** Fields whose value is text that YAML reads as a number when nobody quotes it. */
const QUOTED: Readonly<Record<string, string>> = {
  accountId: 'leading zeros are lost',
  kubernetesVersion: '1.30 is read as 1.3',
  version: '3.10 is read as 3.1',
  tag: '1.10 is read as 1.1',
};

/** The part of valibot's issue that a message is made from. */
interface Issue {
  readonly kind: string;
  readonly type: string;
  readonly input: unknown;
  readonly expected: string | null;
  readonly message: string;
  readonly path?: readonly { readonly key: unknown; readonly origin: string }[] | undefined;
}

export type Validated<T> = { readonly output: T } | { readonly problems: readonly FoundProblem[] };

/** Judges merged settings by a schema. `complete` is false where a parent could not be read: nothing is missing then. */
export function validate<S extends GenericSchema>(
  schema: S,
  settings: MergedSettings,
  complete = true,
): Validated<InferOutput<S>> {
  const shape = shapeProblems(schema, settings.value);
  const lists = shape.filter(({ kind }) => kind === 'list-for-map').map(({ path }) => fieldPath(path));
  const parsed = safeParse(schema, settings.value);
  const odd = [...settings.positions].filter(([, position]) => position.odd !== undefined);
  if (parsed.success && shape.length === 0 && odd.length === 0) return { output: parsed.output };
  const makers: (() => FoundProblem)[] = shape.map((problem) => () => shapeProblem(problem, settings));
  for (const issue of parsed.issues ?? []) {
    const path = pathOf(issue);
    const told = issue.expected === 'never' || lists.some((list) => isWithin(fieldPath(path), list));
    if (told || (!complete && issue.input === undefined)) continue;
    makers.push(() => issueProblem(issue, path, settings, schema));
  }
  const wrong = new Set((parsed.issues ?? []).map((issue) => fieldPath(pathOf(issue))));
  for (const [path, { value, odd: number }] of odd) {
    if (number !== undefined && !wrong.has(path)) makers.push(() => problemAt(value, path, number.message, number.fix));
  }
  const problems = makers.slice(0, MAX_PROBLEMS).map((make) => make());
  if (makers.length > MAX_PROBLEMS) {
    problems.push({ message: `${settings.file} has ${makers.length - MAX_PROBLEMS} more problems.` });
  }
  return { problems };
}

const pathOf = (issue: Issue): Path =>
  (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

const isWithin = (path: string, outer: string) =>
  path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);

function shapeProblem(problem: ShapeProblem, settings: MergedSettings): FoundProblem {
  const { path } = problem;
  const key = String(path.at(-1) ?? '');
  if (problem.kind === 'list-for-map') {
    return at(spotOf(path, settings), path, 'found a list; wanted a map.', 'write keys in place of the dashes.');
  }
  const spot = keySpotOf(path, settings);
  if (problem.kind === 'reserved-key') {
    return at(spot, path, `the key \`${key}\` has a meaning of its own in JavaScript.`, 'choose another name.');
  }
  const message = `found the key \`${key}\`, which is unknown here.`;
  const meant = suggest(key, problem.known);
  const fix = meant === undefined ? `use one of: ${problem.known.join(', ')}.` : `write \`${meant}\`.`;
  return { ...at(spot, path, message, fix), about: 'unknown-key' };
}

function issueProblem(issue: Issue, path: Path, settings: MergedSettings, schema: GenericSchema): Problem {
  const last = path.at(-1) ?? '';
  const key = typeof last === 'number' ? 'the item' : `\`${last}\``;
  if (issue.input === undefined) {
    const what = issue.type === 'variant' ? wanted(issue) : wantedAt(schema, path, settings.value);
    const message = `found nothing; wanted ${what}.`;
    return at(missingSpotOf(path, settings), path, message, `add ${key}.`);
  }
  if (issue.path?.at(-1)?.origin === 'key') {
    return at(keySpotOf(path, settings), path, `found the name ${key}; wanted ${wanted(issue)}.`, `rename ${key}.`);
  }
  const spot = spotOf(path, settings);
  const written = settings.positions.get(fieldPath(path))?.written;
  if (written !== undefined && issue.input !== null && /\bstring\b/.test(issue.expected ?? ''))
    return at(spot, path, `found ${unquoted(issue.input, written, last)}.`, `quote it: ${keyText(last)}"${written}".`);
  if (issue.input === null) {
    const message = `found nothing; wanted ${wantedAt(schema, path, settings.value)}.`;
    return at(spot, path, message, `give ${key} a value, or remove it.`);
  }
  const elsewhere = otherParts(issue.input, path, settings);
  const choice = typeof issue.input === 'string' ? suggest(issue.input, choices(issue)) : undefined;
  const fix = choice === undefined ? `correct ${key}.` : `write ${keyText(last)}${choice}.`;
  const problem = at(spot, path, `found ${shown(issue.input)}; wanted ${wanted(issue)}.`, fix);
  if (elsewhere.length === 0) return problem;
  return { ...problem, related: elsewhere, fix: `${fix.slice(0, -1)}: maps of several files add up, key by key.` };
}

/** The keys of a map that other files brought: what is found there stands in no one file. */
function otherParts(input: unknown, path: Path, settings: MergedSettings): readonly RelatedPlace[] {
  const here = spotOf(path, settings).place.file;
  return Object.keys(isJsonObject(input) ? input : {}).flatMap((key) => {
    const { place } = keySpotOf([...path, key], settings);
    return place.file === here ? [] : [{ message: `with \`${key}\``, place }];
  });
}

/** What was written without quotes, and what YAML reads it as. */
function unquoted(input: unknown, written: string, key: string | number): string {
  if (typeof input === 'boolean') return `${written}; wanted text`;
  const read = String(input) === written ? '' : `, read as ${String(input)}`;
  const why = QUOTED[key] === undefined ? '' : `, because ${QUOTED[key]}`;
  return `the number ${written}${read}; wanted text${why}`;
}

/** `name: ` in front of a value; nothing in a list. */
function keyText(key: string | number): string {
  return typeof key === 'number' ? '' : `${key}: `;
}

function at(spot: Spot, path: Path, message: string, fix: string): Problem {
  return problemAt(spot, fieldPath(path), message, fix);
}

function problemAt(spot: Spot, path: string, message: string, fix: string): Problem {
  const drawn = spot.lineText === '' ? {} : { picture: picture(spot) };
  return { place: spot.place, path, message: masked(message), fix: masked(fix), ...drawn };
}

/** `("a" | "b")` → a, b */
function choices(issue: Issue): readonly string[] {
  if (!['picklist', 'literal', 'variant'].includes(issue.type)) return [];
  return [...(issue.expected ?? '').matchAll(/"([^"]*)"/g)].flatMap(([, name]) => name ?? []);
}

function wanted(issue: Issue): string {
  // Our own words stand in the schema; valibot's begin with "Invalid".
  if (!issue.message.startsWith('Invalid')) return issue.message;
  const parts = (issue.expected ?? 'another value').replaceAll(/[()]/g, '').split(' | ');
  return parts.map((part) => WORDS[part] ?? part).join(' or ');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `a map with ${Object.keys(value).join(', ') || 'no keys'}`;
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
}
