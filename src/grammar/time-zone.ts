import { TIME_ZONE_NAMES } from './time-zone-names';

let known: ReadonlySet<string> | undefined;

/** All names, for "did you mean". */
export function timeZones(): ReadonlySet<string> {
  known ??= new Set(
    Object.entries(TIME_ZONE_NAMES).flatMap(([folder, names]) =>
      names.split(/\s+/).map((name) => (folder === '' ? name : `${folder}/${name}`)),
    ),
  );
  return known;
}

/**
 * Why the API server refuses a CronJob's time zone, as a part of a sentence; undefined when it takes it.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/batch/validation/validation.go (validateTimeZone)
 */
export function wrongTimeZone(name: string): string | undefined {
  if (name === '') return 'it is empty';
  if (name.toLowerCase() === 'local') return 'the zone of the control plane has to be named, or left out';
  return timeZones().has(name) ? undefined : 'the IANA database has no such zone';
}
