import { askGit } from './git';

/**
 * The bytes of objects of Git, in the order of their ids; undefined for one that the repository lacks.
 * @returns what Git says instead, where it refuses
 */
export function readBlobs(cwd: string, ids: readonly string[]): readonly (Buffer | undefined)[] | string {
  if (ids.length === 0) return [];
  const { output, refusal } = askGit(cwd, ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  if (output === undefined) return refusal;
  let at = 0;
  return ids.map(() => {
    // `<id> blob <length>`, the bytes, and a line feed; or `<id> missing`.
    const end = output.indexOf('\n', at);
    const [, , length] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (length === undefined) return undefined;
    const bytes = output.subarray(at, at + Number(length));
    at += Number(length) + 1;
    return bytes;
  });
}
