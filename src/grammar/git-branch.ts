/**
 * Why Git does not take a text as the name of a branch, as a part of a sentence; undefined where it does. The name alone is
 * meant: `main` and not `refs/heads/main`, which Argo CD would put behind another `refs/heads/`.
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export function wrongBranch(text: string): string | undefined {
  if (text === '') return 'it is empty';
  if (text.startsWith('refs/'))
    return `the name alone is wanted, such as ${text.replace(/^refs\/[^/]*\//, '') || 'main'}`;
  if (text === 'HEAD' || text === '@') return 'it is not the name of a branch';
  if (text.startsWith('-')) return 'it begins with a hyphen';
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) return `${JSON.stringify(sign)} does not fit into it`;
  const part = text.split('/').find((one) => one === '' || one.startsWith('.') || one.endsWith('.lock'));
  if (part !== undefined)
    return part === '' ? 'a part of it is empty' : `its part ${JSON.stringify(part)} is not allowed`;
  return text.endsWith('.') ? 'it ends with a point' : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Git refuses them
const SIGN = /\.\.|@\{|[\x00- \x7f~^:?*[\\]/;
