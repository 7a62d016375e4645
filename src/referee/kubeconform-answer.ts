import { defined } from '../model/defined';
import { ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import { byPlace, type Finding } from '../model/finding';
import type { ObjectIdentity } from '../model/identity';
import { fieldPath, listAt, textAt } from '../model/json';
import { byCodeUnit } from '../model/order';

export interface Question {
  readonly environment: string;
  readonly files: readonly FileSpec[];
}

/**
 * Every word of kubeconform's answer that is not "valid" as a finding about the object in the file, and a finding for
 * each file it says nothing about. Its order and its paths differ from run to run; these do not.
 * @throws ToolError REFEREE when the answer cannot be read
 */
export function findingsOf(stdout: string, complaint: string, question: Question, folder: string): readonly Finding[] {
  const byPath = new Map(question.files.map((file) => [`${folder}/files/${file.path}`, file]));
  const silent = new Set(byPath.keys());
  const findings: Finding[] = [];
  for (const resource of resourcesIn(stdout, complaint)) {
    const path = textAt(resource, 'filename') ?? '';
    silent.delete(path);
    for (const [verb, field, detail] of saidOf(resource))
      findings.push(finding(question.environment, byPath.get(path), verb, field, detail.replaceAll(`${folder}/`, '')));
  }
  for (const path of silent)
    findings.push(finding(question.environment, byPath.get(path), 'could not judge', '', 'it did not answer'));
  return findings.sort((a, b) => byPlace(a, b) || byCodeUnit(a.message, b.message));
}

type Said = readonly [verb: string, field: string, detail: string];

/** What it says of one object; nothing where that is valid. */
function saidOf(resource: unknown): readonly Said[] {
  const status = textAt(resource, 'status');
  if (status === 'statusValid') return [];
  const text = textAt(resource, 'msg') || (status === '' ? 'it holds no object' : `it says ${status}`);
  if (status !== 'statusInvalid') return [['could not judge', '', text]];
  const refusals = refusalsIn(text);
  if (refusals.length === 0) return [['refuses', '', text]];
  return refusals.map(([pointer, detail]) => ['refuses', fieldOf(pointer), detail]);
}

function resourcesIn(stdout: string, complaint: string): readonly unknown[] {
  try {
    return listAt(JSON.parse(stdout), 'resources');
  } catch {
    const message = `kubeconform gave no answer that can be read: ${(complaint || stdout).trim().slice(0, 500) || 'nothing at all'}`;
    throw new ToolError('REFEREE', [{ message, fix: 'run `npx cdk8s-eks kubeconform -v` to see whether it starts.' }]);
  }
}

/**
 * The leaves of the tree that kubeconform writes on one line: ` - at '/spec': validation failed   - at '/spec/x': …`.
 * Its list of errors holds the first level only, which above a `$ref` says no more than "validation failed".
 */
function refusalsIn(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/- at '([^']*)': (.*?)(?=\s+- at '|$)/gs)]
    .map(([, pointer = '', detail = '']) => [pointer, detail] as const)
    .filter(([, detail]) => detail !== 'validation failed');
}

/** `/spec/ports/0/metadata.labels` → `spec.ports[0]["metadata.labels"]`. */
function fieldOf(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return fieldPath(
    steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'))),
  );
}

function finding(
  environment: string,
  file: FileSpec | undefined,
  verb: string,
  field: string,
  detail: string,
): Finding {
  const object = file?.object;
  const source = object?.source();
  const identity: ObjectIdentity = object ?? { group: '', kind: 'File', name: file?.path ?? 'unknown' };
  const { group, kind, namespace, name } = identity;
  return {
    rule: 'referee/kubeconform',
    severity: 'error',
    environment,
    app: object?.app ?? '',
    object: { group, kind, ...defined({ namespace }), name },
    field,
    message: `kubeconform ${verb} ${file?.shown ?? file?.path ?? 'a file'}: ${detail}`,
    fix: 'correct the object; if kubeconform is wrong, its schema in imports/ is.',
    see: 'https://github.com/yannh/kubeconform',
    construct: object?.construct ?? '',
    ...defined({ source }),
  };
}
