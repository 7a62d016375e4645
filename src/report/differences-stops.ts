import type { Stop } from '../model/errors';
import { count } from './summary';

export interface Differing {
  readonly missing?: readonly string[];
  readonly changed?: readonly string[];
  readonly stale?: readonly string[];
  readonly foreign?: readonly string[];
}

/** So many paths are named; JSON has them all beside the problems. */
const NAMED = 10;

/** What makes `synth --check` fail, for reports that know findings and problems only: one problem for each cause. @param folder of the output */
export function differencesStops(
  { missing = [], changed = [], stale = [], foreign = [] }: Differing,
  folder: string,
): readonly Stop[] {
  const stop = (paths: readonly string[], what: string, fix: string) => stopOf(folder, paths, what, fix);
  const again = 'run synth without --check, and commit what it writes.';
  return [
    ...stop(missing, 'not in the output, although the source renders', again),
    ...stop(changed, 'not what the source renders', again),
    ...stop(stale, 'in the output, although nothing renders', again),
    ...stop(foreign, 'in the output and not made by this tool', 'move what is not ours out of the output folder.'),
  ];
}

function stopOf(folder: string, paths: readonly string[], what: string, fix: string): readonly Stop[] {
  const [file] = paths;
  if (file === undefined) return [];
  const named = paths.slice(0, NAMED).join(', ');
  const rest = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : '';
  const is = paths.length === 1 ? 'is' : 'are';
  const message = `${count(paths.length, 'file')} ${is} ${what}: ${named}${rest}.`;
  return [{ code: 'DIFFERENCES', message, fix, place: { file: `${folder}/${file}`, line: 1, column: 1 } }];
}
