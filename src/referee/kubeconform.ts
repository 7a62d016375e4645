import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { oneLine } from '../grammar/visible-text';
import type { Finding } from '../model/finding';
import { defaultFindOptions, type FindOptions, findKubeconform } from './find-kubeconform';
import { SCHEMA_LOCATION, type SchemaFile } from './json-schemas';
import { findingsOf, type Question } from './kubeconform-answer';

export interface KubeconformInput extends Question {
  readonly schemas: readonly SchemaFile[];
}

/**
 * Lets kubeconform read the very bytes that are about to be written, against this project's schemas.
 * What it skips or cannot judge is a finding too.
 * @throws ToolError REFEREE when it cannot be had, or its answer cannot be read
 */
export async function judgeWithKubeconform(
  input: KubeconformInput,
  options: FindOptions = defaultFindOptions(process.env, (text) => void process.stderr.write(`${oneLine(text)}\n`)),
): Promise<readonly Finding[]> {
  if (input.files.length === 0) return [];
  const binary = await findKubeconform(options);
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-eks-kubeconform-'));
  try {
    for (const { path, content } of input.schemas) put(join(folder, 'schemas', path), content);
    for (const { path, content } of input.files) put(join(folder, 'files', path), content);
    const location = `${folder}/schemas/${SCHEMA_LOCATION}`;
    const args = ['-strict', '-verbose', '-output', 'json', '-schema-location', location, `${folder}/files`];
    const { stdout, stderr, error } = spawnSync(binary, args, { encoding: 'utf8', maxBuffer: 1024 ** 3 });
    return findingsOf(stdout ?? '', error?.message ?? stderr, input, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
