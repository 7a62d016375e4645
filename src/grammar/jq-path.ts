/**
 * Why a text cannot be a path of jq, as a part of a sentence; undefined where it may be one. Only what no reader of jq takes
 * is told: brackets and quotes that do not match, and a path that begins as none does.
 * @see https://jqlang.org/manual/v1.7/#basic-filters
 */
export function wrongJqPath(text: string): string | undefined {
  if (text.startsWith('/')) return 'it is a JSON pointer';
  const open: string[] = [];
  for (const [sign] of text.replace(TEXT, '').matchAll(/["()[\]{}]/g)) {
    if (sign === '"') return 'a quote is not closed';
    const wanted = CLOSING[sign];
    if (wanted !== undefined) open.push(wanted);
    else if (open.pop() !== sign) return `${sign} closes nothing`;
  }
  const [missing] = open.slice(-1);
  if (missing !== undefined) return `${missing} is missing`;
  return /\.\s*$/.test(text) && text.trim() !== '.' ? 'it ends with a point' : undefined;
}

const TEXT = /"(?:\\.|[^"\\])*"/g;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
