import { createHash } from 'node:crypto';
import { isBuiltIn } from '../kubernetes/kinds';

/**
 * Paths below the output folder. The scheme is our own. It stands here because the Applications of Argo CD point at
 * these folders (decision "paths"). `parseOutputPath` is the inverse.
 */

/** Takes the place of the app in the paths of projects and Applications, which root syncs. No app can have this name. */
export const ARGOCD_APP = '_argocd';
/** The same for what Flux is told. */
export const FLUX_APP = '_flux';
/** Folder beside the environments for what a person applies once. */
export const BOOTSTRAP_FOLDER = '_bootstrap';
/** Folder of the objects that live in no namespace. `_` cannot start a namespace's name. */
export const CLUSTER_FOLDER = '_cluster';
/** Every file system takes names of 255 bytes; the rest is room for a temporary suffix. */
const MAX_NAME_BYTES = 200;
const HASH_DIGITS = 16;

/** The identity of an object that its path states. */
interface PathIdentity {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Whether it takes the place of an app in the paths of what says how apps are delivered. */
export function isSteeringApp(app: string): boolean {
  return app === ARGOCD_APP || app === FLUX_APP;
}

export function bootstrapPath(environment: string): string {
  return `${BOOTSTRAP_FOLDER}/${environment}.yaml`;
}

/** `prod/shop` */
export function appFolder(environment: string, app: string): string {
  return `${environment}/${app}`;
}

/**
 * Path of an object's file. Two identities (group, kind, namespace, name) never share a path, also where the file
 * system ignores case: a byte outside `[a-z0-9.-]` is written as `_` and two hex digits, and `_` joins kind and name.
 * The objects of `_argocd` and `_flux` lie in one folder, without a folder per namespace.
 */
export function objectPath(environment: string, app: string, id: PathIdentity): string {
  const folder = id.namespace === undefined ? CLUSTER_FOLDER : encode(id.namespace);
  return `${environment}/${app}/${isSteeringApp(app) ? '' : `${folder}/`}${fileName(id)}`;
}

/** `deployment`, `externalsecret.external-secrets.io`: kinds of Kubernetes itself are written without group. */
export function kindInPath(group: string, kind: string): string {
  const plain = PLAIN_KIND.test(kind) ? kind.toLowerCase() : kind.toLowerCase().replace(/[^a-z0-9]/g, '') || '_';
  return isBuiltIn(group, kind) ? plain : `${plain}.${encode(group === '' ? 'core' : group)}`;
}

function fileName(id: PathIdentity): string {
  const name = `${kindInPath(id.group, id.kind)}_${encode(id.name)}`;
  // The name is ASCII here, so its length is its bytes.
  if (name.length <= MAX_NAME_BYTES) return `${name}.yaml`;
  const hash = createHash('sha256').update(`${id.group}\n${id.kind}\n${id.name}`).digest('hex').slice(0, HASH_DIGITS);
  return `${name.slice(0, MAX_NAME_BYTES - HASH_DIGITS - 1)}-${hash}.yaml`;
}

const PLAIN_KIND = /^[A-Za-z0-9]+$/;
const PLAIN_PART = /^[a-z0-9-][a-z0-9.-]*$/;

function encode(part: string): string {
  if (PLAIN_PART.test(part)) return part;
  let text = '';
  for (const byte of Buffer.from(part, 'utf8')) {
    const character = String.fromCharCode(byte);
    // A dot at the start would hide the file, and `..` would leave the folder.
    const isPlain = /[a-z0-9-]/.test(character) || (character === '.' && text !== '');
    text += isPlain ? character : `_${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}
