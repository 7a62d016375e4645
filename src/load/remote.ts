import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { messageOf } from '../model/thrown';
import { MOST_SOURCE_BYTES } from './source-files';

/** A text from an address, or why there is none. */
export type Remote =
  | { readonly url: string; readonly text: string }
  | { readonly message: string; readonly fix: string };

const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;
/** How Node ends what it says of an error that nobody caught. */
const THROWN = /^\w*Error(?: \[\w+\])?: (.+)$/m;

/**
 * What lies at an address that an app includes. cdk8s would read it in the same way, with the whole end of its process in
 * the middle of what is told, and go on where the YAML is broken. Undefined for what is not an address.
 */
export function readRemote(url: string): Remote | undefined {
  const program = join(dirname(require.resolve('cdk8s')), '_loadurl.mjs');
  if (!ADDRESS.test(url) || !existsSync(program)) return undefined;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, url], {
    encoding: 'utf8',
    maxBuffer: MOST_SOURCE_BYTES,
  });
  if (status === 0 && error === undefined) return { url, text: stdout };
  const said = error === undefined ? (THROWN.exec(stderr)?.[1] ?? `its reader ended with ${status}`) : messageOf(error);
  return {
    message: `the app includes ${url}, which cannot be read: ${said.replace(/\.$/, '')}.`,
    fix: 'correct the address, or put the file into the project and include it by its path.',
  };
}
