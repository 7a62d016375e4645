import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import type { Finding } from '../model/finding';
import type { ObjectIdentity } from '../model/identity';
import { listAt, textAt } from '../model/json';
import { defaultFindOptions, findKubeconform } from './find-kubeconform';
import { SCHEMA_LOCATION, type SchemaFile } from './json-schemas';

export interface KubeconformInput {
  readonly environment: string;
  readonly files: readonly FileSpec[];
  readonly schemas: readonly SchemaFile[];
}

/**
 * Lets kubeconform read the very bytes that are about to be written, against this project's schemas.
 * What it skips or cannot judge is a finding too.
 * @throws ToolError REFEREE when it cannot be had, or its answer cannot be read
 */
export async function judgeWithKubeconform(input: KubeconformInput): Promise<readonly Finding[]> {
  const log = (text: string) => void process.stderr.write(`${text}\n`);
  const binary = await findKubeconform(defaultFindOptions(process.env, log));
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubeconform-'));
  try {
    for (const { path, content } of input.schemas) put(join(folder, 'schemas', path), content);
    for (const { path, content } of input.files) put(join(folder, 'files', path), content);
    const location = `${join(folder, 'schemas')}/${SCHEMA_LOCATION}`;
    const args = ['-strict', '-verbose', '-output', 'json', '-schema-location', location, join(folder, 'files')];
    const ran = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
    return verdictsOf(ran.stdout, ran.stderr, input, join(folder, 'files'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function verdictsOf(stdout: string, stderr: string, input: KubeconformInput, folder: string): readonly Finding[] {
  const resources = parseAnswer(stdout, stderr);
  const byPath = new Map(input.files.map((file) => [join(folder, file.path), file]));
  const judged = new Set<string>();
  const findings: Finding[] = [];
  for (const resource of resources) {
    const file = textAt(resource, 'filename') ?? '';
    const status = textAt(resource, 'status');
    judged.add(file);
    if (status === 'statusValid') continue;
    const details = listAt(resource, 'validationErrors').map(
      (one) => `${textAt(one, 'path') ?? ''}: ${textAt(one, 'msg') ?? ''}`,
    );
    findings.push(
      finding(
        byPath.get(file),
        input.environment,
        status,
        [textAt(resource, 'msg'), ...details].filter(Boolean).join('; '),
      ),
    );
  }
  for (const [path, file] of byPath) {
    if (!judged.has(path))
      findings.push(finding(file, input.environment, 'statusSkipped', 'kubeconform did not answer for this file'));
  }
  return findings;
}

function parseAnswer(stdout: string, stderr: string): readonly unknown[] {
  try {
    return listAt(JSON.parse(stdout), 'resources');
  } catch {
    const message = `kubeconform gave no answer that can be read: ${(stderr || stdout).trim().slice(0, 500)}`;
    throw new ToolError('REFEREE', [{ message, fix: 'run `npx kubeconform -v` to see whether it starts.' }]);
  }
}

function finding(file: FileSpec | undefined, environment: string, status: string | undefined, detail: string): Finding {
  const object = file?.object;
  const source = object?.source();
  const identity: ObjectIdentity = object ?? { group: '', kind: 'File', name: file?.path ?? 'unknown' };
  const { group, kind, namespace, name } = identity;
  return {
    rule: 'referee/kubeconform',
    severity: 'error',
    environment,
    app: object?.app ?? '',
    object: { group, kind, ...(namespace === undefined ? {} : { namespace }), name },
    field: '',
    message: `kubeconform ${status === 'statusInvalid' ? 'refuses' : 'could not judge'} ${file?.path ?? 'a file'}: ${detail || status}`,
    fix: 'correct the object; if kubeconform is wrong, its schema in imports/ is.',
    see: 'kubeconform',
    construct: object?.construct ?? '',
    ...(source === undefined ? {} : { source }),
  };
}
