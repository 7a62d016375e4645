import { defined } from '../model/defined';
import type { Problem } from '../model/errors';
import { isJsonObject } from '../model/json';
import type { SourcePlace } from '../model/source-place';
import { isError } from '../model/thrown';
import { unknownName } from '../model/unknown-name';
import { patchProblem } from './patch-problem';

type Said = Pick<Problem, 'message' | 'fix'>;

/** How `constructs` refuses the second of two children with one id. */
const DOUBLED = /^There is already a Construct with name '(?<id>[^']*)' in (?<kind>\S+)(?: \[(?<path>.*)\])?$/s;

/** What errors of cdk8s and constructs are told as, with their repair; undefined for any other error. */
export function thrownProblem(message: string): Said | undefined {
  return doubledId(message) ?? emptyId(message) ?? wrongValue(message) ?? patchProblem(message);
}

/** How V8 says that null, undefined or a value of another type was used. */
const MISUSED =
  /^(?:Cannot (?:read properties of|set properties of|destructure|convert) .*|Cannot use 'in' operator .*|.* is not (?:a function|iterable|an object)(?: .*)?)$/s;

/** Without a type check, a wrong value gets as far as the line that reads it, which may be of this package. */
function wrongValue(message: string): Said | undefined {
  if (!MISUSED.test(message)) return undefined;
  return {
    message: `a value is null, undefined or of another type than what is done with it: ${message.replace(/\.$/, '')}.`,
    fix: 'correct what is given at this line; where a cast or `any` hides it, take that away and `npx tsc --noEmit` names the value.',
  };
}

function emptyId(message: string): Said | undefined {
  if (message !== 'Only root constructs may have an empty ID') return undefined;
  return {
    message: 'a construct has an empty id, and only an App has none.',
    fix: 'give it an id: it is the second argument, behind the scope.',
  };
}

/** What a generated kind refuses to drop: a problem for each field. Undefined for any other error. */
export function unknownFields(
  error: unknown,
  path: string,
  place: SourcePlace | undefined,
): readonly Problem[] | undefined {
  if (!(isError(error) && error.name === 'UnknownFieldsError' && 'fields' in error)) return undefined;
  if (!Array.isArray(error.fields)) return undefined;
  const found = error.fields.filter(isUnknownField);
  return found.map((field) => ({
    ...unknownName('field', field.path, field.key, field.known),
    path,
    ...defined({ place }),
  }));
}

interface UnknownField {
  readonly path: string;
  readonly key: string;
  readonly known: readonly string[];
}

function isUnknownField(value: unknown): value is UnknownField {
  return isJsonObject(value) && typeof value['path'] === 'string' && Array.isArray(value['known']);
}

function doubledId(message: string): Said | undefined {
  const { id, kind, path = '' } = DOUBLED.exec(message)?.groups ?? {};
  if (id === undefined) return undefined;
  if (kind === 'Include')
    return {
      message: `the file of Include ${path} holds two objects of one kind and name ("${id}"), and each name is there once.`,
      fix: 'remove one of them from the file, or give it another name.',
    };
  return {
    message: `a construct with the id "${id}" is already in ${path === '' ? kind : path}, and ids are unique there.`,
    fix: `give one of the two another id: it is the second argument, behind the scope.`,
  };
}
