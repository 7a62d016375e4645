import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialKeys } from '../../grammar/registry-place';
import { IDENTITY_TOKEN_USER } from '../../knowledge/oci-registry';
import { isJsonObject, own } from '../../model/json';
import { codeOf } from '../../model/thrown';
import { Refused } from './refused';

/** What a person or a job has for a registry. */
export interface Credential {
  /** Absent for a token that buys others. */
  readonly user?: string;
  readonly secret: string;
  /** Where it is from, as a part of a sentence; never the secret. */
  readonly from: string;
}

/** Where a Docker configuration is looked for. */
export interface DockerPlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** What `docker login` and `docker-credential-…` keep. An absent file says nothing. */
export interface DockerConfig {
  readonly auths: unknown;
  readonly credHelpers: unknown;
  readonly credsStore: string | undefined;
}

/** @throws Refused where there is a file that cannot be used */
export function readDockerConfig({ env, home }: DockerPlace): DockerConfig {
  const folder = env['DOCKER_CONFIG'] || join(home, '.docker');
  const config = parsed(textOf(join(folder, 'config.json')));
  const credsStore = own(config, 'credsStore');
  return {
    auths: own(config, 'auths'),
    credHelpers: own(config, 'credHelpers'),
    credsStore: typeof credsStore === 'string' && credsStore !== '' ? credsStore : undefined,
  };
}

const WHERE = 'config.json of Docker';
const FIX = 'run `docker login` again, which writes it (~/.docker, or the folder that DOCKER_CONFIG names).';

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return '{}';
    throw new Refused({ message: `${WHERE} cannot be read (${codeOf(error) ?? 'unknown reason'}).`, fix: FIX });
  }
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // The parser quotes what it read, and that may be a secret.
  }
  throw new Refused({ message: `${WHERE} is not a map in JSON.`, fix: FIX });
}

/** The program that keeps the credential of one registry, by its short name. */
export function helperOf(config: DockerConfig, registry: string): string | undefined {
  const names = credentialKeys(registry).map((key) => own(config.credHelpers, key));
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

/** What the file itself holds of a registry. */
export function writtenCredential(config: DockerConfig, registry: string): Credential | undefined {
  const entry = credentialKeys(registry)
    .map((key) => own(config.auths, key))
    .find((one) => isJsonObject(one) && Object.keys(one).length > 0);
  const from = `the login of ${registry} in ${WHERE}`;
  const token = textAt(entry, 'identitytoken');
  if (token !== '') return { secret: token, from };
  const pair = Buffer.from(textAt(entry, 'auth'), 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  const user = colon < 1 ? textAt(entry, 'username') : pair.slice(0, colon);
  const secret = colon < 1 ? textAt(entry, 'password') : pair.slice(colon + 1).replace(/\0+$/, '');
  return user === '' || secret === '' ? undefined : credentialOf(user, secret, from);
}

export function credentialOf(user: string, secret: string, from: string): Credential {
  return user === IDENTITY_TOKEN_USER ? { secret, from } : { user, secret, from };
}

function textAt(entry: unknown, key: string): string {
  const value = own(entry, key);
  return typeof value === 'string' ? value : '';
}
