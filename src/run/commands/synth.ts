import { type Head, readHead } from '../../load/head';
import { stopsRun, type Verdict } from '../../model/finding';
import { type MovedPath, movesOf } from '../../model/moved';
import { byCodeUnit } from '../../model/order';
import type { Pin } from '../../model/pin';
import { KeptFiles } from '../../write/kept-files';
import { handOverNotes } from '../../write/move-steps';
import { requireUsableFolder } from '../../write/output-folder';
import { compareAll, writeFiles } from '../../write/write-files';
import type { Differences, EnvironmentResult } from '../survey/environment-job';
import { idleReplacements } from '../survey/idle-replacements';
import { outputPlaceNotes } from '../survey/output-place';
import { type Intended, refuseDeletions } from '../survey/refuse-deletions';
import type { SkippedApp } from '../survey/render-environment';
import type { RefereeOptions, Roots, RunOptions } from '../survey/run-options';
import { abandonedScope } from '../survey/scope';
import { formerApplications } from '../survey/selected-delivery';
import { type Stage, Stages } from '../survey/stages';
import { surveyProject } from '../survey/survey-project';
import type { Surveyed } from '../survey/surveyed';

export interface SynthOptions extends RunOptions {
  /** Writes nothing; the differences are the result. */
  readonly check: boolean;
  /** Warnings and unknowns stop the writing too. */
  readonly strict: boolean;
  readonly referees: RefereeOptions;
  /** Apps and files whose deletion was decided: `prod/shop`, `prod/shop/shop/statefulset_db`; and `no-base`. */
  readonly allowDelete: readonly string[];
  /** Objects that somebody replaces on the cluster, since their changes are refused; named as those. `@default` none */
  readonly allowReplace?: readonly string[];
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
  /** Environments that were rendered from an older revision. */
  readonly pins: readonly Pin[];
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
  const { referees, check, allowDelete, allowReplace = [] } = options;
  // What may be deleted may be made anew too.
  const wanted = { referees, compare: check, keep: !check, allowReplace: [...allowReplace, ...allowDelete] };
  const asked = options.check ? undefined : readHead(roots.out);
  // Where the survey fails, that is told, and nobody waits for what Git says.
  asked?.catch(() => undefined);
  const surveyed = await surveyProject(roots, options, wanted, stages);
  const { results, end } = surveyed;
  try {
    for (const result of results) stages.addAll(result.stages);
    const verdicts = inOrder(results);
    const isStopped = stopsRun(verdicts, options.strict);
    const head = await stages.time('git', () => asked);
    const outcome = stages.time('writing', () => {
      if (head === undefined) return differencesOf(surveyed, isStopped);
      return isStopped ? leftAlone(surveyed, head) : written(surveyed, head, options);
    });
    return {
      notes: [],
      ...outcome,
      verdicts,
      skipped: results.flatMap((one) => one.skipped.map((app) => ({ environment: one.environment, ...app }))),
      environments: results.length,
      pins: surveyed.pins,
      inputs: inputsOf(surveyed),
      stages: stages.list(),
    };
  } finally {
    await end();
  }
}

/** The files of each app: those it is bundled from, and those it includes while it renders. */
function inputsOf({ project, results }: Surveyed): SynthResult['inputs'] {
  const included = [...results.flatMap((one) => one.included), ...(project.apps.included ?? [])];
  return new Map(
    project.apps.bundles.map(({ module, inputs }) => {
      const more = included.filter(({ app }) => app === module.name).map(({ file }) => file);
      return [module.name, [...new Set([...inputs, ...more])]];
    }),
  );
}

/** What the rules say of every environment, and then what outside judges say. */
function inOrder(results: readonly EnvironmentResult[]): readonly Verdict[] {
  return [...results.flatMap((one) => one.verdicts.slice(0, 1)), ...results.flatMap((one) => one.verdicts.slice(1))];
}

type Outcome = Pick<SynthResult, 'foreign' | 'failed'> & Partial<Pick<SynthResult, 'differences' | 'files' | 'notes'>>;

/** For `--check`: how the output folder differs from what was rendered. */
function differencesOf({ project, results }: Surveyed, isStopped: boolean): Outcome {
  const abandoned = new KeptFiles();
  abandoned.keep([], abandonedScope(project, []));
  const others = abandoned.compare(project.roots.out)();
  const differences: Differences = {
    missing: results.flatMap((one) => one.differences.missing),
    changed: results.flatMap((one) => one.differences.changed),
    stale: [...results.flatMap((one) => one.differences.stale), ...others.stale].sort(byCodeUnit),
  };
  const foreign = [...results.flatMap((one) => one.foreign), ...others.foreign].sort(byCodeUnit);
  const differs = Object.values(differences).some((paths) => paths.length > 0) || foreign.length > 0;
  return { foreign, differences, failed: isStopped || differs };
}

/** Nothing is written because a finding forbids it. */
function leftAlone({ project, holders }: Surveyed, head: Head): Outcome {
  const { out } = project.roots;
  const abandoned = new KeptFiles();
  abandoned.keep([], abandonedScope(project, [...head.files.keys()]));
  return { foreign: compareAll(out, [...holders, abandoned]).foreign, failed: true };
}

/** Writes everything, unless the deletion brake refuses. */
function written({ project, results, holders }: Surveyed, head: Head, options: SynthOptions): Outcome {
  const { roots } = project;
  const left = abandonedScope(project, [...head.files.keys()]);
  const abandoned = new KeptFiles();
  abandoned.keep([], left);
  const scope = [...results.flatMap((one) => one.scope), ...left];
  const paths = results.flatMap((one) => one.paths);
  let notes: readonly string[] = [];
  let kept: readonly MovedPath[] = [];
  const { foreign, ...counts } = writeFiles(roots.out, [...holders, abandoned], scope, {
    projectRoot: roots.project,
    durable: options.durable === true,
    beforeWriting: (differences) => {
      const { environments } = project;
      const withoutAddress = results.flatMap((one) => one.withoutAddress);
      const formerOf: Intended['formerOf'] = (...base) => (project.partial ? formerApplications(project, ...base) : []);
      const replaced = results.flatMap((one) => one.replaced);
      const own = { after: paths, scope, withoutAddress, replaced };
      const intended = { ...own, outDir: roots.out, differences, environments, formerOf };
      const passed = refuseDeletions(head, { ...intended, allowed: options.allowDelete });
      kept = passed.kept;
      const moduleOf = (app: string) => project.apps.apps.find((one) => one.definition.name === app)?.modulePath;
      notes = [
        ...passed.notes,
        ...handOverNotes(kept, moduleOf),
        ...idleReplacements(options.allowReplace ?? [], replaced, paths),
      ];
      options.onWriting?.(differences.missing.length + differences.changed.length);
    },
  });
  // Which thread wrote a file is chance; the order in which people read of it is not.
  const changed = new Set(counts.written);
  const files = {
    ...counts,
    written: paths.filter((path) => changed.has(path)),
    moved: movesOf(counts.removed, paths).map((move) =>
      kept.some(({ from }) => from === move.from) ? { ...move, kept: true as const } : move,
    ),
  };
  return { foreign, files, notes: [...notes, ...outputPlaceNotes(head, project.selected)], failed: false };
}
