import type { Environment } from '../../model/environment';
import { type Problem, ToolError } from '../../model/errors';
import { settingsThatDiffer } from '../../model/settings-that-differ';
import { type ApplyOptions, applyRelease, type IntendedRelease } from '../release/apply-release';
import { environmentsNamed } from '../release/environment-named';
import { promotedEntries } from '../release/promoted-entries';
import type { ReleaseResult } from '../release/release-result';
import { requireRendered, type SkipsOfApps } from '../release/rendered-already';
import type { Roots } from '../survey/run-options';

export interface PromoteOptions extends ApplyOptions {
  readonly from: string;
  readonly to: string;
  /** Every app that the release of `from` has, but for those that `to` leaves out. */
  readonly all: boolean;
  readonly allowOlder: boolean;
}

/**
 * Moves images and flags of apps from one environment's `release.yaml` to another's, renders, and writes the file where
 * everything passed. Settings are never moved.
 * @throws ToolError with all that is wrong; nothing is written then
 */
export async function promote(roots: Roots, apps: readonly string[], options: PromoteOptions): Promise<ReleaseResult> {
  const { from: source, to: target, all, allowOlder, ...applying } = options;
  requireSense(apps, options);
  const [from, to] = environmentsNamed(roots, [source, target]);
  if (from === undefined || to === undefined) throw new ToolError('DEFECT', [{ message: 'an environment is lost.' }]);
  const asked = all ? Object.keys(from.release.apps) : [...new Set(apps)];
  if (asked.length === 0) throw new ToolError('ARGUMENTS', [nothingReleased(from)]);
  const { dryRun: _dryRun, ...rendering } = applying;
  const skips = await requireRendered(roots, source, asked, { ...rendering, typeCheck: false });
  const skipped = asked.filter((app) => skips.get(app)?.[target] !== undefined);
  const names = asked.filter((app) => !skipped.includes(app));
  const problems = leftOut(asked, skips, all ? [source] : [source, target]);
  if (names.length === 0 && problems.length > 0) throw new ToolError('ARGUMENTS', problems);
  const parts = names.map((app) => promotedEntries(app, { from, to, allowOlder }));
  const released = parts.flatMap((part) => part.released);
  const moved = all ? names.filter((app) => released.some((one) => one.app === app)) : names;
  const intended: IntendedRelease = {
    environment: target,
    apps: moved.length === 0 ? asked : moved,
    edits: parts.flatMap((part) => part.edits),
    released,
    notes: [
      ...parts.flatMap((part) => part.notes),
      ...(all
        ? skipped.map((app) => `${app} is not promoted: ${target} leaves it out: ${skips.get(app)?.[target]}.`)
        : []),
      ...whatStays(from, to),
    ],
    problems: [...parts.flatMap((part) => part.problems), ...problems],
  };
  return applyRelease(roots, intended, applying, () => []);
}

function requireSense(apps: readonly string[], { from, to, all }: PromoteOptions): void {
  const problems: Problem[] = [];
  if (from === to) problems.push({ message: `--from and --to are both ${from}.`, fix: 'name two environments.' });
  if (all && apps.length > 0)
    problems.push({ message: '--all takes every app, and apps are named too.', fix: 'leave out one of the two.' });
  if (!all && apps.length === 0)
    problems.push({ message: 'no app is named.', fix: 'name the apps to promote, or say --all.' });
  if (problems.length > 0) throw new ToolError('ARGUMENTS', problems);
}

/** Apps that do not run in one of the environments. */
function leftOut(apps: readonly string[], skips: SkipsOfApps, environments: readonly string[]): readonly Problem[] {
  return apps.flatMap((app) =>
    environments.flatMap((name) => {
      const reason = skips.get(app)?.[name];
      if (reason === undefined) return [];
      const message = `${app} is left out of ${name}: ${reason}.`;
      return [{ message, fix: 'name environments in which the app runs.' }];
    }),
  );
}

function nothingReleased({ name }: Environment): Problem {
  return { message: `environments/${name}/release.yaml releases nothing.`, fix: 'name an environment that does.' };
}

/** What else differs between the two, and why it is not moved. */
function whatStays(from: Environment, to: Environment): readonly string[] {
  const settings = settingsThatDiffer(from, to);
  const notes: string[] = [];
  if (settings.length > 0)
    notes.push(`settings stay, since each environment has its own: ${settings.join(', ')} differ.`);
  return notes;
}
