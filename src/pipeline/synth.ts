import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { headPaths } from '../load/head';
import { ToolError } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import type { Verdict } from '../model/finding';
import { compareFiles } from '../write/compare-files';
import { deletionProblems } from '../write/deletion-brake';
import { writeFiles } from '../write/write-files';
import { type EvaluateOptions, type Evaluation, evaluate } from './evaluate';
import type { Roots } from './project';
import { questionsOf, type RefereeOptions, refereeVerdicts } from './referee';
import { abandonedScope, writeScope } from './scope';
import { stops } from './stops';

export interface SynthOptions extends EvaluateOptions {
  /** Writes nothing; the differences are the result. */
  readonly check: boolean;
  /** Warnings and unknowns stop the writing too. */
  readonly strict: boolean;
  readonly referees: RefereeOptions;
  /** Apps and files whose deletion was decided: `prod/shop`, `prod/shop/shop/statefulset_db`. */
  readonly allowDelete: readonly string[];
}

export interface FileCounts {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
}

export interface SynthResult extends Evaluation {
  readonly verdicts: readonly Verdict[];
  /** Set when the files were written. */
  readonly files?: FileCounts;
  /** Set by `check`: paths that differ from what the source renders. */
  readonly differences?: Differences;
  /** Files in the output folder that are not ours; they are never touched. */
  readonly foreign: readonly string[];
  readonly failed: boolean;
}

export interface Differences {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly stale: readonly string[];
}

/**
 * The whole pipeline. Nothing is written unless everything was rendered and no finding stops it.
 * @throws ToolError as `evaluate` does, and OUTPUT, DELETION or REFEREE
 */
export async function synth(roots: Roots, options: SynthOptions): Promise<SynthResult> {
  const evaluation = await evaluate(roots, options);
  const verdicts = [...evaluation.verdicts, ...(await refereeVerdicts(options.referees, questionsOf(evaluation)))];
  const files = evaluation.rendered.flatMap((one) => one.files);
  const scope = [
    ...evaluation.rendered.flatMap((one) => writeScope(evaluation.project, one)),
    ...abandonedScope(evaluation.project),
  ];
  const stopped = stops(verdicts, options.strict);
  const comparison = compareFiles(roots.out, files, scope);
  const { foreign } = comparison;
  const base = { ...evaluation, verdicts, foreign };
  if (options.check) {
    const differences = {
      missing: comparison.missing.map((file) => file.path),
      changed: comparison.changed.map((file) => file.path),
      stale: comparison.stale,
    };
    const differs = Object.values(differences).some((paths) => paths.length > 0) || foreign.length > 0;
    return { ...base, differences, failed: stopped || differs };
  }
  if (stopped) return { ...base, failed: true };
  refuseDeletions(roots, files, comparison.stale, scope, options.allowDelete);
  return {
    ...base,
    files: writeFiles(roots.out, files, scope, { projectRoot: roots.project }),
    failed: false,
  };
}

/** The brake: with automatic pruning, a file that is missing is an order to delete. */
function refuseDeletions(
  roots: Roots,
  files: readonly FileSpec[],
  stale: readonly string[],
  scope: readonly string[],
  allowed: readonly string[],
): void {
  const inScope = (path: string) => scope.some((one) => path === one || (one.endsWith('/') && path.startsWith(one)));
  const before = [...new Set([...(headPaths(roots.project, roots.out) ?? []).filter(inScope), ...stale])];
  // Without Git what lies on disk is what there was; files that stay count towards the size of their app.
  const after = files.map((file) => file.path);
  const onDisk = after.filter((path) => existsSync(join(roots.out, path)));
  const problems = deletionProblems({ before: [...new Set([...before, ...onDisk])], after, allowed });
  if (problems.length > 0) throw new ToolError('DELETION', problems);
}
