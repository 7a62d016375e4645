import { wrongBase64 } from '../../grammar/base64';
import { ownOf } from '../../grammar/own';
import { type FieldPath, mapAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

export interface DecodedText {
  readonly path: FieldPath;
  readonly text: string;
}

/** Fields whose values are base64, by kind of the core group. */
const ENCODED: Readonly<Record<string, string>> = { ConfigMap: 'binaryData', Secret: 'data' };

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** What stands in base64 in a ConfigMap or Secret, where it is text. */
export function decodedData(object: RenderedObject): readonly DecodedText[] {
  const field = object.group === '' ? ownOf(ENCODED, object.kind) : undefined;
  if (field === undefined) return NOTHING;
  return Object.entries(mapAt(object.value, field)).flatMap(([key, value]) => {
    const text = typeof value === 'string' && wrongBase64(value) === undefined ? decoded(value) : undefined;
    return text === undefined ? NOTHING : [{ path: [field, key], text }];
  });
}

const NOTHING: readonly DecodedText[] = [];

/** Undefined for bytes that are not text. */
function decoded(base64: string): string | undefined {
  try {
    return UTF_8.decode(Buffer.from(base64, 'base64'));
  } catch {
    return undefined;
  }
}
