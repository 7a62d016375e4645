/**
 * Fields by RFC 6901, as Argo CD's `ignoreDifferences` names them: `/spec/replicas`.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function jsonPointer(...path: readonly string[]): string {
  return path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Why a text is not a pointer to a field; undefined where it is. */
export function wrongJsonPointer(text: string): string | undefined {
  if (!text.startsWith('/')) return 'it does not begin with /';
  if (/~(?![01])/.test(text)) return 'in a key, ~ is written ~0 and / is written ~1';
  return undefined;
}
