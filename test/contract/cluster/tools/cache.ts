import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the tools of the contract suites lie, outside the tree. */
export const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'cdk8s-eks');
export const BINARIES = join(CACHE, 'contract', 'bin');
export const DEFINITIONS = join(CACHE, 'contract', 'crds');
export const MODULES = join(__dirname, '..', 'modules');

export function sha256(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function digestOf(file: string): string {
  return sha256(readFileSync(file));
}
