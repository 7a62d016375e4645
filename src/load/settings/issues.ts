import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import type { Problem, RelatedPlace } from '../../model/errors';
import { fieldPath, isJsonObject } from '../../model/json';
import { suggest } from '../../model/suggest';
import { choices, type Issue, keyText, shown, unquoted, wanted } from './issue-words';
import { keySpotOf, type MergedSettings, missingSpotOf, spotOf } from './merge';
import type { Path } from './plain-data';
import type { FoundProblem } from './setting-problem';
import { type ShapeProblem, shapeProblems, wantedAt } from './shape';
import { masked, picture, type Spot } from './source-text';

/** Problems of one environment that are told; a file of another kind would have thousands. */
const MAX_PROBLEMS = 100;

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
  const makers: (() => FoundProblem)[] = shape.map((problem) => () => shapeProblem(problem, settings, schema));
  // An unknown key is a problem of the shape; were it not, settings that are refused would vanish without a word.
  const issues = (parsed.issues ?? []).filter(({ expected }) => expected !== 'never' || shape.length === 0);
  for (const issue of issues) {
    const path = pathOf(issue);
    const told = lists.some((list) => isWithin(fieldPath(path), list));
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

function shapeProblem(problem: ShapeProblem, settings: MergedSettings, schema: GenericSchema): FoundProblem {
  const { path } = problem;
  const key = String(path.at(-1) ?? '');
  if (problem.kind === 'list-for-map') {
    const message = `found a list; wanted ${wantedAt(schema, path, settings.value)}.`;
    return at(spotOf(path, settings), path, message, 'write keys in place of the dashes.');
  }
  const spot = keySpotOf(path, settings);
  if (problem.kind === 'reserved-key') {
    return at(spot, path, `the key \`${key}\` has a meaning of its own in JavaScript.`, 'choose another name.');
  }
  if (problem.of !== undefined) {
    const message = `found the key \`${key}\`, which is read with \`${problem.of}\` alone.`;
    return { ...at(spot, path, message, `remove it, or write \`${problem.of}\`.`), about: 'unknown-key' };
  }
  const message = `found the key \`${key}\`, which is unknown here.`;
  const meant = suggest(key, problem.known);
  const fix = meant === undefined ? `use one of: ${problem.known.join(', ')}.` : `write \`${meant}\`.`;
  return { ...at(spot, path, message, fix), about: 'unknown-key' };
}

function issueProblem(issue: Issue, path: Path, settings: MergedSettings, schema: GenericSchema): Problem {
  const last = path.at(-1) ?? '';
  const key = keyOf(path);
  if (issue.input === undefined) return missingProblem(issue, path, settings, schema);
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
  const isShape = SHAPES.has(issue.type);
  const wants = isShape ? wantedAt(schema, path, settings.value) : wanted(issue);
  const problem = at(spot, path, `found ${shown(issue.input)}; wanted ${wants}.`, fix);
  if (elsewhere.length === 0) return problem;
  return { ...problem, related: elsewhere, fix: `${fix.slice(0, -1)}: maps of several files add up, key by key.` };
}

function missingProblem(issue: Issue, path: Path, settings: MergedSettings, schema: GenericSchema): Problem {
  const what = issue.type === 'variant' ? wanted(issue) : wantedAt(schema, path, settings.value);
  const key = keyOf(path);
  const fix = path.length > 1 || settings.hasDefaults !== false ? `add ${key}.` : withoutDefaults(key);
  return at(missingSpotOf(path, settings), path, `found nothing; wanted ${what}.`, fix);
}

function keyOf(path: Path): string {
  const last = path.at(-1) ?? '';
  return typeof last === 'number' ? 'the item' : `\`${last}\``;
}

function withoutDefaults(key: string): string {
  return `add ${key} here, or for all environments in environments/defaults.yaml, which does not exist.`;
}

/** Valibot says only `Object` or `Array` of these. */
const SHAPES: ReadonlySet<string> = new Set(['strict_object', 'record', 'array']);

/** The keys of a map that other files brought: what is found there stands in no one file. */
function otherParts(input: unknown, path: Path, settings: MergedSettings): readonly RelatedPlace[] {
  const here = spotOf(path, settings).place.file;
  return Object.keys(isJsonObject(input) ? input : {}).flatMap((key) => {
    const { place } = keySpotOf([...path, key], settings);
    return place.file === here ? [] : [{ message: `with \`${key}\``, place }];
  });
}

function at(spot: Spot, path: Path, message: string, fix: string): Problem {
  return problemAt(spot, fieldPath(path), message, fix);
}

function problemAt(spot: Spot, path: string, message: string, fix: string): Problem {
  const drawn = spot.lineText === '' ? {} : { picture: picture(spot) };
  return { place: spot.place, path, message: masked(message), fix: masked(fix), ...drawn };
}
