import { wrongConfigKey } from '../../grammar/config-key';
import { mapAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import type { Tell } from '../engine/rule';
import { utf8Bytes } from './text-bytes';

/** @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/api/core/v1/types.go MaxSecretSize */
const DATA_BYTES = 1_048_576;

const FIELDS = ['data', 'binaryData', 'stringData'];

/** Keys and size of a ConfigMap or Secret. Values are never shown. */
export function judgeConfigData(object: RenderedObject, tell: Tell): void {
  let units = 0;
  for (const field of FIELDS) {
    const map = mapAt(object.value, field);
    for (const key in map) {
      const value = map[key];
      if (typeof value === 'string') units += value.length;
      if (wrongConfigKey(key) === undefined) continue;
      tell({
        path: [field, key],
        found: key,
        wanted: 'at most 253 letters, digits, - _ and dots, not beginning with two dots',
        what: `the server refuses the key "${key}", because no mounted file can be called that.`,
        fix: 'rename the key here and where it is read.',
      });
    }
  }
  const data = mapAt(object.value, 'data');
  for (const key of Object.keys(mapAt(object.value, 'binaryData'))) {
    if (!Object.hasOwn(data, key)) continue;
    tell({
      path: ['binaryData', key],
      found: key,
      what: `the key "${key}" stands in \`data\` and in \`binaryData\`; the server refuses that.`,
      fix: 'keep one of them.',
    });
  }
  // No character takes more than three bytes for each of its units.
  if (units * 3 <= DATA_BYTES) return;
  const bytes = bytesOf(object);
  if (bytes <= DATA_BYTES) return;
  tell({
    path: ['data'],
    found: `${bytes} bytes`,
    wanted: `at most ${DATA_BYTES}`,
    what: `the values are ${bytes} bytes; the server refuses more than ${DATA_BYTES}.`,
    fix: 'split it, or put the file into the image or a volume.',
  });
}

function bytesOf(object: RenderedObject): number {
  let bytes = 0;
  for (const field of FIELDS) {
    const encoded = field === 'binaryData' || (field === 'data' && object.kind === 'Secret');
    for (const value of Object.values(mapAt(object.value, field)))
      if (typeof value === 'string') bytes += encoded ? decodedBytes(value) : utf8Bytes(value);
  }
  return bytes;
}

/** Three bytes for four characters, less the padding. */
function decodedBytes(base64: string): number {
  const text = base64.replace(/[\r\n=]/g, '');
  return Math.floor((text.length * 3) / 4);
}
