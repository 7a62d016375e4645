import { createHash } from 'node:crypto';

type Content = Readonly<Record<string, unknown>>;

/** Ten hex digits over keys and values in a fixed order: what stands behind the name of a ConfigMap. */
export function contentHash(data: Content = {}, binaryData: Content = {}): string {
  const hash = createHash('sha256');
  for (const key of Object.keys(data).sort()) hash.update(JSON.stringify([key, data[key]]));
  for (const key of Object.keys(binaryData).sort()) hash.update(JSON.stringify([key, binaryData[key], 'base64']));
  return hash.digest('hex').slice(0, 10);
}

/** `settings-0123456789` → `0123456789`. What looks like a hash may be a date: only the content tells. */
export function hashBehind(name: string): string | undefined {
  return /-([0-9a-f]{10})$/.exec(name)?.[1];
}
