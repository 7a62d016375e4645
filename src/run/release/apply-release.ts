import { isToolError, type Problem, ToolError } from '../../model/errors';
import { stopsRun } from '../../model/finding';
import type { ReleaseChange } from '../../model/release-edits';
import type { TextEdit } from '../../model/text-edit';
import type { Roots } from '../survey/run-options';
import { beforeFirstSynth, hasOutput, nothingToCompare } from './before-first-synth';
import { type RehearsalOptions, type ReleaseRehearsal, rehearseRelease } from './rehearse-release';
import { editedRelease, writeRelease } from './release-file';
import type { ReleaseResult } from './release-result';

/** What is to become of an environment's `release.yaml`. */
export interface IntendedRelease {
  readonly environment: string;
  readonly apps: readonly string[];
  readonly edits: readonly TextEdit[];
  readonly released: readonly ReleaseChange[];
  readonly notes: readonly string[];
  /** What is wrong already; the rendering may find more. */
  readonly problems: readonly Problem[];
}

export interface ApplyOptions extends RehearsalOptions {
  /** Writes nothing. */
  readonly dryRun: boolean;
}

/**
 * Renders with the edited file, and writes the file where nothing is wrong.
 * @param judge what else is wrong, once it is known what the apps read
 * @throws ToolError ARGUMENTS with all that is wrong, or as rendering does; nothing is written then
 */
export async function applyRelease(
  roots: Roots,
  intended: IntendedRelease,
  { dryRun, ...rendering }: ApplyOptions,
  judge: (rehearsal: ReleaseRehearsal) => readonly Problem[],
): Promise<ReleaseResult> {
  const { environment, apps, edits, problems, released, notes } = intended;
  const edited = editedRelease(roots.project, environment, edits);
  const rehearse = (of: readonly string[]) => rehearseRelease(roots, environment, of, edited, rendering);
  const alone = await withEarlier(problems, () => rehearse(apps));
  const compared = hasOutput(roots.out, environment);
  const rehearsal = compared ? alone : await beforeFirstSynth(alone, apps, () => rehearse([]));
  const all = [...problems, ...judge(rehearsal)];
  if (all.length > 0) throw new ToolError('ARGUMENTS', all);
  const { changes, verdicts } = rehearsal;
  const allNotes = compared ? notes : [...notes, nothingToCompare(environment)];
  const failed = stopsRun(verdicts, false);
  const written = !(failed || dryRun) && writeRelease(roots.project, edited);
  return { environment, file: edited.path, released, notes: allNotes, compared, changes, verdicts, written, failed };
}

/** What rendering says is told with what was wrong before. */
async function withEarlier<T>(problems: readonly Problem[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isToolError(error) || problems.length === 0) throw error;
    const more = error.problems.map((problem) => ({ code: error.code, ...problem }));
    throw new ToolError('ARGUMENTS', [...problems, ...more], { cause: error });
  }
}
