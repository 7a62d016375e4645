import * as v from 'valibot';
import * as f from './formats';

const about = v.description;

/** @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync_windows/ */
export const syncWindow = v.strictObject({
  kind: v.pipe(
    v.picklist(['allow', 'deny']),
    about('allow: outside of all such windows nothing is synced. deny: within it nothing is, whatever allows it.'),
  ),
  schedule: v.pipe(f.text, about('When it opens: five fields of cron, such as "0 7 * * 1-5".')),
  duration: v.pipe(f.text, about('How long it stays open, such as 8h or 1h30m; hours are the largest unit.')),
  timeZone: v.exactOptional(
    v.pipe(f.text, about('Zone that the schedule is read in, such as Europe/Berlin; left out: UTC.')),
  ),
  apps: v.exactOptional(
    v.pipe(
      v.array(f.appPattern),
      v.nonEmpty('at least one app, or no list'),
      about('Apps that it is about, with * for any characters; left out: all.'),
    ),
  ),
  manualSync: v.exactOptional(v.pipe(v.boolean(), about('A person may sync all the same; left out: nobody may.'))),
  description: v.exactOptional(v.pipe(f.text, about('Why it is there; Argo CD shows it.'))),
});
