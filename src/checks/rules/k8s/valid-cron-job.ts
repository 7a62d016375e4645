import { wrongSchedule } from '../../../grammar/cron';
import { timeZones, wrongTimeZone } from '../../../grammar/time-zone';
import { mapAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

export const validCronJob: ObjectRule = {
  id: 'k8s/valid-cron-job',
  severity: 'error',
  summary: 'A CronJob’s schedule has five fields in their ranges, and its time zone exists.',
  why: 'The server refuses a schedule or a time zone that it cannot read, and with it the sync of the Application.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax',
    'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones',
  ],
  kinds: ['batch/CronJob'],
  check(object, _context, tell) {
    const spec = mapAt(object.value, 'spec');
    const schedule = textAt(spec, 'schedule') ?? '';
    const wrong = schedule === '' ? undefined : wrongSchedule(schedule);
    if (wrong !== undefined)
      tell({
        path: ['spec', 'schedule'],
        found: schedule,
        what: `the server refuses the schedule "${schedule}": ${wrong}.`,
        fix: 'write minute, hour, day of the month, month and day of the week, such as "0 3 * * *".',
      });
    const zone = textAt(spec, 'timeZone');
    const wrongZone = zone === undefined ? undefined : wrongTimeZone(zone);
    if (zone === undefined || wrongZone === undefined) return;
    tell({
      path: ['spec', 'timeZone'],
      found: zone,
      what: `the server refuses the time zone "${zone}": ${wrongZone}.${didYouMean(zone, timeZones())}`,
      fix: 'use a name of the IANA database, such as Europe/Berlin or Etc/UTC.',
    });
  },
};
