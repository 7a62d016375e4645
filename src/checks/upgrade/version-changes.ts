import { VERSION_CHANGES, type VersionChange, type VersionChangeId } from '../../knowledge/kubernetes/version-changes';
import type { UpgradePath } from '../../model/upgrade/path';
import { minorOf } from '../../model/upgrade/path';
import type { UpgradeEntry } from '../../model/upgrade/report';
import { DETECT_CHANGES } from './detect-changes';
import { firstStep, type UpgradeInput } from './upgrade-check';

/** What the table says of the version of a step, about what is rendered for it. */
export function versionChanges(input: UpgradeInput): readonly UpgradeEntry[] {
  const ids = Object.keys(VERSION_CHANGES) as readonly VersionChangeId[];
  return ids.flatMap((id) => {
    const row: VersionChange = VERSION_CHANGES[id];
    if (!isToldAt(row, input.step, input.path)) return [];
    const { section, severity, what, fix, see } = row;
    return DETECT_CHANGES[id](input).map((touched) => ({
      section,
      step: input.step,
      severity,
      ...touched,
      message: what,
      fix,
      see,
    }));
  });
}

/** At its own step; what began before the way does is told at the first, where nothing went away yet. */
function isToldAt({ since, standing }: VersionChange, step: string, path: UpgradePath): boolean {
  if (since === step) return true;
  return standing === true && step === firstStep(path) && minorOf(since) < minorOf(step);
}
