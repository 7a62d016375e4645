import { contentHash, hashBehind } from '../grammar/content-hash';
import { type JsonValue, mapAt, textAt } from './json';

/** Whether a ConfigMap is named after its content: the one that comes with other content takes its place. */
export function isHashedConfig(value: JsonValue | undefined): boolean {
  if (textAt(value, 'kind') !== 'ConfigMap' || textAt(value, 'apiVersion') !== 'v1') return false;
  const hash = hashBehind(textAt(value, 'metadata', 'name') ?? '');
  return hash !== undefined && hash === contentHash(mapAt(value, 'data'), mapAt(value, 'binaryData'));
}
