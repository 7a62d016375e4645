import { wrongJqPath } from '../grammar/jq-path';
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
const WHOLE: ReadonlySet<string> = new Set([
  '/',
  '/spec',
  '/spec/',
  '/metadata',
  '/metadata/name',
  '/metadata/namespace',
  '/kind',
  '/apiVersion',
]);
/** The same as jq paths: everything, or a part without which there is no object. */
const WHOLE_JQ = /^\.\s*$|^\.(spec|metadata|kind|apiVersion|metadata\.(name|namespace))\s*$|^\.\[\]/;
/** Field managers of Argo CD itself: what they own is all that Git says. */
const OWN_MANAGERS = /^argocd(-|$)/;

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
  return [...pointerProblems(entry, index), ...jqProblems(entry, index), ...managerProblems(entry, index)];
}

function pointerProblems(entry: IgnoredFields, index: number): readonly IgnoredProblem[] {
  return (entry.jsonPointers ?? []).flatMap((pointer, at): readonly IgnoredProblem[] => {
    const path = [index, 'jsonPointers', at];
    const wrong = wrongJsonPointer(pointer);
    if (wrong !== undefined)
      return [{ path, message: `"${pointer}" is not a JSON pointer: ${wrong}.`, fix: 'write it like /spec/replicas.' }];
    return WHOLE.has(pointer) ? [tooMuch(path, pointer, entry.kind, '/spec/replicas')] : [];
  });
}

/** Whether the text is jq at all is for Argo CD to say; what cannot be is told here. */
function jqProblems(entry: IgnoredFields, index: number): readonly IgnoredProblem[] {
  return (entry.jqPathExpressions ?? []).flatMap((expression, at): readonly IgnoredProblem[] => {
    const path = [index, 'jqPathExpressions', at];
    if (WHOLE_JQ.test(expression)) return [tooMuch(path, expression, entry.kind, '.spec.replicas')];
    const wrong = wrongJqPath(expression);
    if (wrong === undefined) return [];
    const message = `"${expression}" is not a jq path: ${wrong}. Argo CD then compares no object of the Application.`;
    return [{ path, message, fix: 'write it like .spec.replicas.' }];
  });
}

function managerProblems(entry: IgnoredFields, index: number): readonly IgnoredProblem[] {
  return (entry.managedFieldsManagers ?? []).flatMap((manager, at) =>
    OWN_MANAGERS.test(manager)
      ? [
          tooMuch(
            [index, 'managedFieldsManagers', at],
            manager,
            entry.kind,
            'kube-controller-manager',
            'manager of fields',
          ),
        ]
      : [],
  );
}

function tooMuch(path: FieldPath, found: string, kind: string, example: string, what = 'field'): IgnoredProblem {
  const whose = kind.includes('*') ? `all kinds that ${kind} stands for` : kind;
  const message = `"${found}" is too much to ignore: what Git says of ${whose} there would never be applied again.`;
  return { path, message, fix: `name the ${what} that somebody else writes, such as ${example}.` };
}
