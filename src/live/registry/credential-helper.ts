import { type ExecFileOptions, execFile } from 'node:child_process';
import { credentialKeys } from '../../grammar/registry-place';
import { HELPER_KNOWS_NOTHING } from '../../knowledge/oci-registry';
import { isJsonObject, own } from '../../model/json';
import { codeOf } from '../../model/thrown';
import { type Credential, credentialOf, type DockerPlace } from './docker-config';
import { Refused } from './refused';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const SECONDS = 30;
const MOST_BYTES = 64 * 1024;

/**
 * Asks the program `docker-credential-NAME` for the credential of a registry. What it prints is a secret, and is not told.
 * @returns undefined where it knows nothing of the registry
 * @throws Refused where the program is absent, fails, or answers something else
 * @see https://github.com/docker/docker-credential-helpers/blob/v0.9.3/README.md
 */
export async function askHelper(
  name: string,
  registry: string,
  env: DockerPlace['env'],
  signal: AbortSignal,
): Promise<Credential | undefined> {
  if (!NAME.test(name)) throw refused(`"${name}" is not the name of a credential helper`);
  const program = `docker-credential-${name}`;
  const [server = registry] = credentialKeys(registry);
  const { failure, stdout } = await run(program, server, { env, signal });
  if (failure === undefined) return read(stdout, program, registry);
  if (stdout.startsWith(HELPER_KNOWS_NOTHING)) return undefined;
  throw refused(`the program ${program} gave no credential of ${registry}: ${failure}`);
}

interface Ended {
  readonly stdout: string;
  /** Why it failed, in words. */
  readonly failure?: string;
}

async function run(program: string, server: string, own: Pick<ExecFileOptions, 'env' | 'signal'>): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { timeout: SECONDS * 1000, maxBuffer: MOST_BYTES, windowsHide: true, ...own };
    const child = execFile(program, ['get'], options, (error, stdout) =>
      resolve(error === null ? { stdout } : { stdout: String(stdout).trimStart(), failure: failureOf(error) }),
    );
    // A program that ends without reading is not a failure of ours.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(server);
  });
}

function failureOf(error: Error & { readonly killed?: boolean; readonly code?: unknown }): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'it is not on the PATH';
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return `it printed more than ${MOST_BYTES} bytes`;
  if (error.killed === true) return `it did not end within ${SECONDS} seconds`;
  return `it failed (${code ?? `exit code ${String(error.code)}`})`;
}

function read(stdout: string, program: string, registry: string): Credential {
  const answer = parsed(stdout);
  const [user, secret] = [own(answer, 'Username'), own(answer, 'Secret')];
  if (typeof user !== 'string' || typeof secret !== 'string' || secret === '')
    throw refused(`the program ${program} did not answer with Username and Secret`);
  return credentialOf(user, secret, `what the program ${program} has for ${registry}`);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refused(why: string): Refused {
  return new Refused({
    message: `config.json of Docker names a credential helper, and ${why}.`,
    fix: 'install it or correct `credHelpers` and `credsStore`, and try `docker pull` with the same image.',
  });
}
