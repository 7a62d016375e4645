import { createHash } from 'node:crypto';
import { isBuiltIn } from '../knowledge/kubernetes/kinds';
import type { ObjectIdentity } from '../model/identity';

/** Folder of the objects that live in no namespace. `_` cannot start a namespace's name. */
const CLUSTER_FOLDER = '_cluster';
/** Below this a file name fits every file system, with room for a temporary suffix. */
const MAX_NAME_BYTES = 200;

/**
 * Path of an object's file below its app's folder. The map from (group, kind, namespace, name) is injective,
 * also where the file system folds case: every byte outside `[a-z0-9.-]` is written `_hh`, and the parts are
 * joined by an underscore that no two hex digits follow inside a part.
 */
export function objectPath(id: ObjectIdentity): string {
  const folder = id.namespace === undefined ? CLUSTER_FOLDER : encode(id.namespace);
  return `${folder}/${fileName(id)}`;
}

export function fileName(id: ObjectIdentity): string {
  const kind = PLAIN_KIND.test(id.kind) ? id.kind.toLowerCase() : plainKind(id.kind);
  const group = isBuiltIn(id.group, id.kind) ? '' : `.${encode(id.group === '' ? 'core' : id.group)}`;
  const name = `${kind}${group}_${encode(id.name)}`;
  // A character is a byte here.
  if (name.length <= MAX_NAME_BYTES) return `${name}.yaml`;
  const hash = createHash('sha256').update(`${id.group}\n${id.kind}\n${id.name}`).digest('hex').slice(0, 16);
  return `${name.slice(0, MAX_NAME_BYTES - 17)}-${hash}.yaml`;
}

const PLAIN_KIND = /^[A-Za-z0-9]+$/;

function plainKind(kind: string): string {
  return kind.toLowerCase().replace(/[^a-z0-9]/g, '') || '_';
}

const PLAIN_PART = /^[a-z0-9-][a-z0-9.-]*$/;

function encode(part: string): string {
  if (PLAIN_PART.test(part)) return part;
  let text = '';
  for (const byte of Buffer.from(part, 'utf8')) {
    const character = String.fromCharCode(byte);
    // A dot at the start could lead elsewhere, or hide the file.
    text +=
      /[a-z0-9-]/.test(character) || (character === '.' && text !== '')
        ? character
        : `_${byte.toString(16).padStart(2, '0')}`;
  }
  return text;
}
