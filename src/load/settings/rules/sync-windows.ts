import { wrongSchedule } from '../../../grammar/cron';
import { longestGap } from '../../../grammar/cron-gap';
import { goNanoseconds } from '../../../grammar/go-duration';
import { timeZones, wrongTimeZone } from '../../../grammar/time-zone';
import type { SyncWindow } from '../../../model/gitops';
import { didYouMean } from '../../../model/suggest';
import type { Say } from './rule';
import { repeats } from './rule';

const MINUTE = 60_000_000_000n;
/** @see https://github.com/argoproj/argo-cd/blob/v3.2.1/pkg/apis/application/v1alpha1/types.go (SyncWindow.Validate) */
const LONGEST_DESCRIPTION = 255;

/** Argo CD reports a window that it cannot read, and then syncs nothing of the project; a zone that it does not know is UTC to it. */
export function syncWindowProblems(windows: readonly SyncWindow[], say: Say): void {
  windows.forEach((window, index) => {
    const path = ['gitops', 'syncWindows', index];
    const isRead = [scheduleProblem(window, path, say), durationProblem(window, path, say)].every((wrong) => !wrong);
    zoneProblem(window, path, say);
    descriptionProblem(window, path, say);
    if (isRead) spanProblem(window, path, say);
  });
  repeats(windows, identityOf, (_window, index) => {
    const message =
      'an earlier window has the same kind, schedule, duration, zone and apps. Argo CD refuses a project with two of them.';
    say(['gitops', 'syncWindows', index], message, 'remove one of the two.');
  });
}

type Path = readonly (string | number)[];

function scheduleProblem({ schedule }: SyncWindow, path: Path, say: Say): boolean {
  const wrong = schedule.startsWith('@') ? 'windows of Argo CD take five fields, and no name' : wrongSchedule(schedule);
  if (wrong === undefined) return false;
  const message = `"${schedule}" is not a schedule: ${wrong}. Argo CD would sync nothing of the projects that hold it.`;
  say([...path, 'schedule'], message, 'write minute, hour, day, month and weekday, such as "0 7 * * 1-5".');
  return true;
}

function durationProblem({ duration }: SyncWindow, path: Path, say: Say): boolean {
  const nanoseconds = goNanoseconds(duration);
  if (nanoseconds !== undefined && nanoseconds > 0n) return false;
  const days = /^(\d{1,4})d$/.exec(duration)?.[1];
  const message =
    nanoseconds === undefined
      ? `"${duration}" is not a duration. Argo CD would sync nothing of the projects that hold it.`
      : `with a duration of ${duration} the window is never open.`;
  const fix =
    days === undefined ? 'write it in hours and minutes, such as 8h or 1h30m.' : `write ${Number(days) * 24}h.`;
  say([...path, 'duration'], message, fix);
  return true;
}

function zoneProblem({ timeZone }: SyncWindow, path: Path, say: Say): void {
  const wrong = timeZone === undefined ? undefined : wrongTimeZone(timeZone);
  if (timeZone === undefined || wrong === undefined) return;
  const message = `"${timeZone}" is not a time zone: ${wrong}. Argo CD reads the schedule in UTC then, and says so in its log alone.${didYouMean(timeZone, timeZones())}`;
  say([...path, 'timeZone'], message, 'write a name of the IANA database, such as Europe/Berlin.');
}

function descriptionProblem({ description = '' }: SyncWindow, path: Path, say: Say): void {
  const bytes = Buffer.byteLength(description);
  if (bytes <= LONGEST_DESCRIPTION) return;
  const message = `the description has ${bytes} bytes, and Argo CD takes ${LONGEST_DESCRIPTION}.`;
  say([...path, 'description'], message, 'shorten it.');
}

/** What a window that can be read amounts to: one that is never closed, or never opens. */
function spanProblem({ kind, schedule, duration, manualSync = false }: SyncWindow, path: Path, say: Say): void {
  const gap = longestGap(schedule);
  const nanoseconds = goNanoseconds(duration);
  if (gap === undefined || nanoseconds === undefined) return;
  if (gap === Number.POSITIVE_INFINITY) {
    const message = `"${schedule}" never comes, and Argo CD takes such a window for one that is always open.`;
    say([...path, 'schedule'], message, 'name a day that there is, or remove the window.');
    return;
  }
  // A window for people alone may be open at all times: nothing is synced without them.
  if (kind !== 'deny' || manualSync || nanoseconds < BigInt(gap) * MINUTE) return;
  const message = `the window opens again ("${schedule}") before or when its ${duration} are over, so it denies every sync for ever, also those by hand.`;
  say(
    [...path, 'duration'],
    message,
    `make it shorter than ${minutesText(gap)}, or set \`manualSync: true\` where only people are to sync.`,
  );
}

function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours === 0 ? '' : `${hours}h`}${rest === 0 && hours > 0 ? '' : `${rest}m`}`;
}

/** What Argo CD tells windows apart by. */
function identityOf({ kind, schedule, duration, timeZone = 'UTC', apps = [] }: SyncWindow): string {
  return JSON.stringify([kind, schedule, duration, timeZone, apps]);
}
