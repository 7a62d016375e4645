import { createHash } from 'node:crypto';
import { isBuiltIn } from '../kubernetes/kinds';

/**
 * Where things lie below the output folder, and back from a path to what lies there. The scheme is our own; it stands
 * here because the Applications of Argo CD point at these folders (decision "paths").
 */

/** Stands for the app, in paths, of what root syncs: projects and Applications. No app can be called so. */
export const ARGOCD_APP = '_argocd';
/** Beside the environments: what a person applies once. */
export const BOOTSTRAP_FOLDER = '_bootstrap';
/** Folder of the objects that live in no namespace. `_` cannot start a namespace's name. */
export const CLUSTER_FOLDER = '_cluster';
/** Below this a file name fits every file system, with room for a temporary suffix. */
const MAX_NAME_BYTES = 200;
const HASH_DIGITS = 16;

/** What a path says of an object; always all four parts. */
interface PathIdentity {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

export function bootstrapPath(environment: string): string {
  return `${BOOTSTRAP_FOLDER}/${environment}.yaml`;
}

/** `prod/shop` */
export function appFolder(environment: string, app: string): string {
  return `${environment}/${app}`;
}

/**
 * Path of an object's file. The map from (group, kind, namespace, name) is injective, also where the file system folds
 * case: every byte outside `[a-z0-9.-]` is written `_hh`, and kind and name are joined by an underscore that no two hex
 * digits follow inside a part. What Argo CD itself is steered by lies flat in one folder.
 */
export function objectPath(environment: string, app: string, id: PathIdentity): string {
  const folder = id.namespace === undefined ? CLUSTER_FOLDER : encode(id.namespace);
  return `${environment}/${app}/${app === ARGOCD_APP ? '' : `${folder}/`}${fileName(id)}`;
}

/** `deployment`, `externalsecret.external-secrets.io`: the group is written for every kind that is not built in. */
export function kindInPath(group: string, kind: string): string {
  const plain = PLAIN_KIND.test(kind) ? kind.toLowerCase() : kind.toLowerCase().replace(/[^a-z0-9]/g, '') || '_';
  return isBuiltIn(group, kind) ? plain : `${plain}.${encode(group === '' ? 'core' : group)}`;
}

function fileName(id: PathIdentity): string {
  const name = `${kindInPath(id.group, id.kind)}_${encode(id.name)}`;
  // A character is a byte here.
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
    // A dot at the start could lead elsewhere, or hide the file.
    const isPlain = /[a-z0-9-]/.test(character) || (character === '.' && text !== '');
    text += isPlain ? character : `_${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}
