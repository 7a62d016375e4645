import { timeZones, wrongTimeZone } from '../../../src/grammar/time-zone';

/** Verdicts of Go 1.26's time.LoadLocation with its own database, and of the API server's validateTimeZone. */
describe('a time zone', () => {
  it.each([
    'Europe/Berlin',
    'Etc/UTC',
    'UTC',
    'US/Pacific',
    'Etc/GMT-14',
    'EST5EDT',
    'GMT+0',
    'America/Port-au-Prince',
  ])('is taken: %s', (zone) => {
    expect(wrongTimeZone(zone)).toBeUndefined();
  });

  it('is taken where the rule once refused it, because Node does not know it', () => {
    expect(wrongTimeZone('Factory')).toBeUndefined();
  });

  it.each([
    // ScheduledJob once took these.
    'Europe/Nowhere',
    'Foo',
    // Rule k8s/valid-cron-job once took these, because Node does.
    'us/pacific',
    'ASIA/KOLKATA',
    'PST',
    'IST',
    'SystemV/PST8PDT',
    // Both refused these.
    'europe/berlin',
    'Etc/GMT-15',
    '+05:00',
    'GMT+5',
    './UTC',
    'Europe//Berlin',
    'Europe',
    ' UTC',
    'constructor',
  ])('is refused: %s', (zone) => {
    expect(wrongTimeZone(zone)).toBe('the IANA database has no such zone');
  });

  it.each(['Local', 'local', 'LOCAL'])('is refused, since it names the machine of the control plane: %s', (zone) => {
    expect(wrongTimeZone(zone)).toBe('the zone of the control plane has to be named, or left out');
  });

  it('is refused when it is empty', () => {
    expect(wrongTimeZone('')).toBe('it is empty');
  });

  it('is in the list if Node lists it', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => wrongTimeZone(zone) !== undefined)).toEqual([]);
    expect(timeZones().size).toBe(598);
  });
});
