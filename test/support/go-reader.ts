import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './project';

/** Building the Go reader asks the Go module proxy, so it is asked for. */
export const GO_IS_THERE = process.env['CONTRACT'] !== undefined && spawnSync('go', ['version']).status === 0;

export interface GoReader {
  readonly folder: string;
  /** One JSON object per line in, lines out. */
  readonly run: (
    lines: readonly string[],
    ...args: readonly string[]
  ) => { readonly stdout: string; readonly stderr: string };
}

/** Builds the reader in a folder of its own, which the caller removes. @param name its folder in test/contract */
export function buildGoReader(name = 'yaml-go'): GoReader {
  const folder = mkdtempSync(join(tmpdir(), `cdk8s-eks-${name}-`));
  const binary = join(folder, 'reader');
  const cwd = join(ROOT, 'test', 'contract', name);
  const built = spawnSync('go', ['build', '-o', binary, '.'], { cwd, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the Go reader cannot be built: ${built.stderr}`);
  return {
    folder,
    run: (lines, ...args) => spawnSync(binary, args, { input: lines.join('\n'), encoding: 'utf8', maxBuffer: 1 << 29 }),
  };
}
