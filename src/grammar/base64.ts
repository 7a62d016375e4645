const PADDED = /^[A-Za-z0-9+/]*={0,2}$/;

/** Why Go's decoder refuses a text as base64, as a part of a sentence. The decoder ignores line breaks. */
export function wrongBase64(text: string): string | undefined {
  const bare = text.includes('\n') || text.includes('\r') ? text.replace(/[\r\n]/g, '') : text;
  if (!PADDED.test(bare)) return 'only letters, digits, + and / fit, with = at the end';
  return bare.length % 4 === 0 ? undefined : `it has ${bare.length} characters, which four do not divide`;
}
