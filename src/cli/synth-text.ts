import { oneLine } from '../grammar/visible-text';
import { summarize } from '../model/finding';
import type { MovedPath } from '../model/moved';
import { count, summaryText } from '../report/summary';
import type { SynthResult } from '../run/commands/synth';

/**
 * What synth says at the end: what was left out, what was written or differs, and the counts with the time.
 * @param types why types were not checked; undefined where they were
 */
export function synthText(result: SynthResult, seconds: number, types?: string): string {
  const lines: string[] = [];
  for (const { environment, app, reason } of result.skipped) lines.push(`skipped ${environment} › ${app}: ${reason}`);
  if (result.differences !== undefined) {
    const { missing, changed, stale } = result.differences;
    for (const path of missing) lines.push(`missing: ${path}`);
    for (const path of changed) lines.push(`differs: ${path}`);
    for (const path of stale) lines.push(`no longer rendered: ${path}`);
  }
  for (const path of result.foreign) lines.push(`not made by this tool, left as it is: ${path}`);
  const moves = new Map(result.files?.moved.map((move) => [move.from, move]));
  for (const path of result.files?.removed ?? []) lines.push(`removed: ${path}${movedText(moves.get(path))}`);
  if (result.files?.moved.some(({ kept }) => kept !== true))
    lines.push(
      'what moves can stay on the cluster, in two steps: docs/argo-cd.md, "An object that moves to another app"',
    );
  lines.push(...result.notes);
  lines.push(
    `${summaryText(result.verdicts)}; ${outcome(result)}, ${count(result.environments, 'environment')}, ${seconds.toFixed(2)} s${types === undefined ? '' : `; ${types}`}`,
  );
  return lines.map(oneLine).join('\n');
}

function movedText(move: MovedPath | undefined): string {
  if (move === undefined) return '';
  const { to, kept } = move;
  if (kept === true) return `: rendered as ${to} now, and kept on the cluster`;
  return `: rendered as ${to} now, so Argo CD deletes the object and creates it again`;
}

function outcome(result: SynthResult): string {
  if (result.files !== undefined) {
    const { written, unchanged, removed } = result.files;
    return `${written.length} written, ${unchanged} unchanged, ${removed.length} removed`;
  }
  if (result.differences !== undefined) {
    const { missing, changed, stale } = result.differences;
    const differing = missing.length + changed.length + stale.length;
    const theirs = result.foreign.length;
    if (differing + theirs === 0) return 'dist/ is what the source says';
    const ours =
      differing === 0
        ? []
        : [`${count(differing, 'file')} ${differing === 1 ? 'differs' : 'differ'}: run synth without --check`];
    const others =
      theirs === 0 ? [] : [`${count(theirs, 'file')} not made by this tool: move ${theirs === 1 ? 'it' : 'them'} away`];
    return [...ours, ...others].join('; ');
  }
  return summarize(result.verdicts).invalid > 0 ? 'nothing was written' : 'nothing was written (--strict)';
}
