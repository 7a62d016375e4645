import type { Change } from '../../model/change';
import type { Verdict } from '../../model/finding';
import type { SkippedApp } from '../survey/render-environment';
import { NO_REFEREES, type Roots, type RunOptions } from '../survey/run-options';
import { surveyProject } from '../survey/survey-project';
import type { EditedRelease } from './release-file';

/** How the apps of a release are rendered. */
export type RehearsalOptions = Omit<RunOptions, 'selection' | 'texts'>;

/** What an edited release would render. */
export interface ReleaseRehearsal {
  readonly changes: readonly Change[];
  readonly verdicts: readonly Verdict[];
  /** What the apps asked of the release, each by its `entryKey`. */
  readonly reads: readonly string[];
  readonly skipped: readonly SkippedApp[];
}

/**
 * Renders some apps of an environment as if its release were written already, and compares with the output folder.
 * @throws ToolError as `surveyProject` does
 */
export async function rehearseRelease(
  roots: Roots,
  environment: string,
  apps: readonly string[],
  { path, after }: EditedRelease,
  options: RehearsalOptions,
): Promise<ReleaseRehearsal> {
  const selection = { environments: [environment], tiers: [], apps };
  const texts = new Map([[path, after]]);
  const { results, end } = await surveyProject(
    roots,
    { ...options, selection, texts },
    { referees: NO_REFEREES, diff: roots.out },
  );
  await end();
  return {
    changes: results.flatMap((result) => result.changes),
    verdicts: results.flatMap((result) => result.verdicts),
    reads: results.flatMap((result) => result.releaseReads),
    skipped: results.flatMap((result) => result.skipped),
  };
}
