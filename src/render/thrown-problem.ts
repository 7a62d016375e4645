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
  return doubledId(message) ?? patchProblem(message);
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
