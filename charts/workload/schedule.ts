import { wrongSchedule } from '../../src/grammar/cron';
import { timeZones, wrongTimeZone } from '../../src/grammar/time-zone';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** When a job runs. */
interface Times {
  readonly schedule: string;
  readonly timeZone?: string;
}

/** The same reasons as rule k8s/valid-cron-job gives. */
export function judgeTimes({ schedule, timeZone }: Times, problems: Problems): void {
  const wrong = wrongSchedule(schedule);
  if (wrong !== undefined)
    problems.add(
      `the server refuses the schedule "${schedule}": ${wrong}.`,
      'write minute, hour, day of the month, month and day of the week, such as "0 3 * * *"; a zone goes into timeZone.',
    );
  const wrongZone = timeZone === undefined ? undefined : wrongTimeZone(timeZone);
  if (timeZone !== undefined && wrongZone !== undefined)
    problems.add(
      `the server refuses the time zone "${timeZone}": ${wrongZone}.${didYouMean(timeZone, timeZones())}`,
      'use a name of the IANA database, such as Europe/Berlin or Etc/UTC.',
    );
}
