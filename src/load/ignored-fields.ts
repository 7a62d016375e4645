import { wrongJsonPointer } from '../grammar/json-pointer';
import { FIELD_LISTS, type IgnoredFields } from '../model/ignored-fields';
import type { FieldPath } from '../model/json';
import { unknownKind } from './settings/rules/built-in-kind';

export interface IgnoredProblem {
  readonly path: FieldPath;
  readonly message: string;
  /** The repair, in the imperative. */
  readonly fix: string;
}

/** A sync that leaves one of these alone brings nothing that Git says of the object, or cannot tell objects apart. */
const WHOLE: ReadonlySet<string> = new Set(['/', '/spec', '/metadata', '/kind', '/apiVersion']);

/** What is wrong with fields to ignore whose shape is right: those that would ignore nothing, and those that ignore all. */
export function ignoredFieldsProblems(list: readonly IgnoredFields[]): readonly IgnoredProblem[] {
  return list.flatMap((entry, index) => [...kindProblems(entry, index), ...fieldProblems(entry, index)]);
}

function kindProblems({ group = '', kind }: IgnoredFields, index: number): readonly IgnoredProblem[] {
  const unknown = unknownKind(group, kind);
  if (unknown === undefined) return [];
  const fix = unknown.group === undefined ? 'correct the kind, or name its group.' : `set group: '${unknown.group}'.`;
  return [{ path: [index, 'kind'], message: unknown.message, fix }];
}

function fieldProblems(entry: IgnoredFields, index: number): readonly IgnoredProblem[] {
  if (FIELD_LISTS.every((list) => (entry[list] ?? []).length === 0)) {
    const message = `the entry for ${entry.kind} names no field, so Argo CD would ignore nothing.`;
    return [{ path: [index], message, fix: 'add jsonPointers, such as [/spec/replicas].' }];
  }
  return (entry.jsonPointers ?? []).flatMap((pointer, at): readonly IgnoredProblem[] => {
    const path = [index, 'jsonPointers', at];
    const wrong = wrongJsonPointer(pointer);
    if (wrong !== undefined)
      return [{ path, message: `"${pointer}" is not a JSON pointer: ${wrong}.`, fix: 'write it like /spec/replicas.' }];
    if (!WHOLE.has(pointer)) return [];
    const message = `"${pointer}" is too much to ignore: what Git says of ${entry.kind} there would never be applied again.`;
    return [{ path, message, fix: 'name the field that somebody else writes, such as /spec/replicas.' }];
  });
}
