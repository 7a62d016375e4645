import { readHead } from '../../load/head';
import type { Verdict } from '../../model/finding';
import { type MovedPath, movesOf } from '../../model/moved';
import { byCodeUnit } from '../../model/order';
import { type Holder, KeptFiles } from '../../write/kept-files';
import { requireUsableFolder } from '../../write/output-folder';
import { compareAll, writeFiles } from '../../write/write-files';
import type { Differences, EnvironmentResult } from '../survey/environment-job';
import type { Project, Roots } from '../survey/project';
import type { RefereeOptions } from '../survey/referee-names';
import { refuseDeletions } from '../survey/refuse-deletions';
import type { SkippedApp } from '../survey/render-environments';
import { abandonedScope } from '../survey/scope';
import { type Stage, Stages } from '../survey/stages';
import { stops } from '../survey/stops';
import { type RunOptions, surveyProject } from '../survey/survey-project';

export interface SynthOptions extends RunOptions {
  /** Writes nothing; the differences are the result. */
  readonly check: boolean;
  /** Warnings and unknowns stop the writing too. */
  readonly strict: boolean;
  readonly referees: RefereeOptions;
  /** Apps and files whose deletion was decided: `prod/shop`, `prod/shop/shop/statefulset_db`. */
  readonly allowDelete: readonly string[];
  /** Flush every file to the disk. `@default` false */
  readonly durable?: boolean;
  /** Called when everything has passed, before the first file is touched. */
  readonly onWriting?: (files: number) => void;
}

export interface FileCounts {
  readonly written: readonly string[];
  readonly unchanged: number;
  readonly removed: readonly string[];
  /** Those of the removed whose object is rendered in another app now. */
  readonly moved: readonly MovedPath[];
}

export interface SynthResult {
  readonly verdicts: readonly Verdict[];
  /** Apps that were left out, by environment, with the reason. */
  readonly skipped: readonly (SkippedApp & { readonly environment: string })[];
  readonly environments: number;
  /** The files each app was made from, relative to the project. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
  /** Where the time went; that of several threads adds up. */
  readonly stages: readonly Stage[];
  /** Set when the files were written. */
  readonly files?: FileCounts;
  /** Set by `check`: paths that differ from what the source renders. */
  readonly differences?: Differences;
  /** Files in the output folder that are not ours; they are never touched. */
  readonly foreign: readonly string[];
  /** What a person has to hear although nothing is wrong with what is rendered. */
  readonly notes: readonly string[];
  readonly failed: boolean;
}

/**
 * The whole pipeline. Nothing is written unless everything was rendered and no finding stops it.
 * @throws ToolError as `surveyProject` does, and OUTPUT, DELETION or REFEREE
 */
export async function synth(roots: Roots, options: SynthOptions): Promise<SynthResult> {
  requireUsableFolder(roots.out, roots.project);
  const stages = new Stages();
  const wanted = { referees: options.referees, compare: options.check, keep: !options.check };
  const { project, results, holders, end } = await surveyProject(roots, options, wanted, stages);
  try {
    for (const result of results) stages.addAll(result.stages);
    const finished = stages.time('writing', () => finish(project, results, holders, options));
    const inputs = new Map(project.apps.bundles.map((bundle) => [bundle.module.name, bundle.inputs]));
    return { ...finished, stages: stages.list(), inputs };
  } finally {
    await end();
  }
}

/** Once everything is known: tells the differences, or writes. */
function finish(
  project: Project,
  results: readonly EnvironmentResult[],
  holders: readonly Holder[],
  options: SynthOptions,
): Omit<SynthResult, 'stages' | 'inputs'> {
  const { roots } = project;
  const verdicts = [
    ...results.flatMap((one) => one.verdicts.slice(0, 1)),
    ...results.flatMap((one) => one.verdicts.slice(1)),
  ];
  const skipped = results.flatMap((one) => one.skipped.map((app) => ({ environment: one.environment, ...app })));
  const stopped = stops(verdicts, options.strict);
  const base = { verdicts, skipped, environments: results.length, notes: [] };
  const abandoned = new KeptFiles();
  const head = options.check ? { paths: [] } : readHead(roots.out);
  const left = abandonedScope(project, head.paths);
  abandoned.keep([], left);
  const all = [...holders, abandoned];
  if (options.check) {
    const others = abandoned.compare(roots.out)();
    const differences: Differences = {
      missing: results.flatMap((one) => one.differences.missing),
      changed: results.flatMap((one) => one.differences.changed),
      stale: [...results.flatMap((one) => one.differences.stale), ...others.stale].sort(byCodeUnit),
    };
    const foreign = [...results.flatMap((one) => one.foreign), ...others.foreign].sort(byCodeUnit);
    const differs = Object.values(differences).some((paths) => paths.length > 0) || foreign.length > 0;
    return { ...base, foreign, differences, failed: stopped || differs };
  }
  if (stopped) return { ...base, foreign: compareAll(roots.out, all).foreign, failed: true };
  const scope = [...results.flatMap((one) => one.scope), ...left];
  const paths = results.flatMap((one) => one.paths);
  let notes: readonly string[] = [];
  const { foreign, ...counts } = writeFiles(roots.out, all, scope, {
    projectRoot: roots.project,
    durable: options.durable === true,
    beforeWriting: (differences) => {
      notes = refuseDeletions(head, { after: paths, differences, scope, allowed: options.allowDelete });
      options.onWriting?.(differences.missing.length + differences.changed.length);
    },
  });
  // Which thread wrote a file is chance; the order in which people read of it is not.
  const written = new Set(counts.written);
  const files = {
    ...counts,
    written: paths.filter((path) => written.has(path)),
    moved: movesOf(counts.removed, paths),
  };
  return { ...base, foreign, files, notes, failed: false };
}
