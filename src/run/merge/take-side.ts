import { askGit } from '../../load/git';
import { answerOf, type Unmerged } from '../../load/merge-state';

/**
 * Brings rendered files in conflict to the whole text of one side: ours, or the other one where ours has no such file. It does
 * not matter which, since all of them are rendered again; lines of both sides, with marks between them, would not be ours.
 */
export function takeSide(top: string, unmerged: readonly Unmerged[]): void {
  for (const isOurs of [true, false]) {
    const paths = unmerged.filter((one) => one.isOurs === isOurs).map(({ path }) => path);
    if (paths.length === 0) continue;
    const side = isOurs ? '--ours' : '--theirs';
    const args = ['checkout', side, '--pathspec-from-file=-', '--pathspec-file-nul'];
    answerOf(askGit(top, ['--literal-pathspecs', ...args], paths.join('\0')), args);
  }
}
