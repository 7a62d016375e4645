import type { Unread } from '../model/unread';

/**
 * Why a `.json` file is not read; undefined where it holds one value.
 * @see https://github.com/argoproj/argo-cd/blob/v3.2.0/reposerver/repository/repository.go (decoder.More)
 */
export function wrongJson(text: string): Pick<Unread, 'message' | 'fix'> | undefined {
  const json = text.replace(/^\ufeff/, '');
  if (isJson(json)) return undefined;
  const count = valuesIn(json);
  if (count === undefined) return { message: 'the file is not JSON.', fix: 'correct it, or let it end in .yaml.' };
  return {
    message: `the file holds ${count} JSON values: kubectl reads them all, and Argo CD refuses a file of more than one.`,
    fix: 'put each into a file of its own, or all into the `items` of one List.',
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** How many maps stand one behind the other; undefined where something else does. */
function valuesIn(text: string): number | undefined {
  let [depth, start, count] = [0, 0, 0];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth += 1;
    if (token !== '}') continue;
    depth -= 1;
    if (depth !== 0) continue;
    if (!isJson(text.slice(start, index + 1))) return undefined;
    start = index + 1;
    count += 1;
  }
  return count > 0 && text.slice(start).trim() === '' ? count : undefined;
}
