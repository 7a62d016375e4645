import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commitOf, isCommitted } from '../../load/commits';
import { installPinned } from '../../load/pinned-source';
import { releasePath } from '../../load/settings/release-file';
import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { describePin } from '../../model/pin';
import { type ApplyOptions, applyRelease } from '../release/apply-release';
import { environmentsNamed } from '../release/environment-named';
import type { ReleaseResult } from '../release/release-result';
import type { Roots } from '../survey/run-options';
import { pinsOf, placeOfPins } from '../survey/survey-pinned';

export interface PinOptions extends ApplyOptions {
  /** A branch, a tag or a commit. `@default` - the one that is pinned already */
  readonly source?: string;
  /** Installs the packages that its lock file names, where they are others than those of today. */
  readonly install: boolean;
}

/**
 * Holds an environment at a revision of apps and charts: `release.yaml` names its commit, and every command renders the
 * environment from there.
 * @throws ToolError ARGUMENTS for a revision that is not to be had, or as rendering does; nothing is written then
 */
export async function pin(roots: Roots, name: string, options: PinOptions): Promise<ReleaseResult> {
  const { source, install, ...applying } = options;
  const environment = named(roots, name);
  const commit = source === undefined ? pinned(environment) : resolved(roots, name, source);
  const problems = source === undefined ? [] : uncommitted(roots, name);
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  if (install) requireInstalled(roots, commit);
  const before = environment.release.source;
  const held = { ...environment, release: { ...environment.release, source: commit } };
  const intended = {
    environment: name,
    apps: [],
    edits: before === commit ? [] : [{ path: ['source'], value: commit }],
    released: [],
    notes: pinsOf(roots.project, [held]).map((one) => `${describePin(one)}.`),
    problems: [],
  };
  return applyRelease(roots, intended, applying, () => []);
}

/**
 * Lets an environment follow the apps and charts that lie here again.
 * @throws ToolError ARGUMENTS where it is not pinned, or as rendering does; nothing is written then
 */
export async function unpin(roots: Roots, name: string, options: ApplyOptions): Promise<ReleaseResult> {
  const environment = named(roots, name);
  pinned(environment);
  const intended = {
    environment: name,
    apps: [],
    edits: [{ path: ['source'], value: undefined }],
    released: [],
    notes: pinsOf(roots.project, [environment]).map((one) => `${describePin(one)}, until this is merged.`),
    problems: [],
  };
  return applyRelease(roots, intended, options, () => []);
}

function named(roots: Roots, name: string): Environment {
  const [environment] = environmentsNamed(roots, [name]);
  if (environment === undefined) throw new ToolError('DEFECT', [{ message: `${name} is lost.` }]);
  return environment;
}

/** @throws ToolError ARGUMENTS where no revision is named */
function pinned({ name, release }: Environment): string {
  if (release.source !== undefined) return release.source;
  const message = `${name} is not pinned: it is rendered from the apps and charts that lie here.`;
  throw new ToolError('ARGUMENTS', [
    { message, fix: `name the revision to hold it at: cdk8s-eks pin ${name} --source REV.` },
  ]);
}

function resolved(roots: Roots, name: string, source: string): string {
  const found = commitOf(roots.project, source);
  if ('commit' in found) return found.commit;
  const message = `${name} cannot be held at "${source}": ${found.reason}.`;
  throw new ToolError('ARGUMENTS', [{ message, fix: found.fix }]);
}

/** A pin goes into a review of its own: what else changed in the file would be merged unseen with it. */
function uncommitted({ project }: Roots, name: string): readonly Problem[] {
  const path = releasePath(name);
  if (!existsSync(join(project, path)) || isCommitted(project, path)) return [];
  const message = `${path} has changes that are not committed, and a pin is reviewed alone: nobody could tell the two apart.`;
  return [{ message, fix: `commit them first, or take them back (git checkout -- ${path}).` }];
}

function requireInstalled(roots: Roots, commit: string): void {
  const made = installPinned(placeOfPins(roots), commit);
  if ('message' in made) throw new ToolError('REFEREE', [made]);
}
