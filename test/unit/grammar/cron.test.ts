import { wrongSchedule } from '../../../src/grammar/cron';

/** Verdicts of robfig/cron v3.0.1, ParseStandard; a time zone in the text is refused by the API server itself. */
describe('a schedule', () => {
  it.each([
    // ScheduledJob once refused these, and rule k8s/valid-cron-job took them.
    '@every 1h',
    '@every 1h30m',
    '1,,2 * * * *',
    '*/01 * * * *',
    '*-5 * * * *',
    // Both once refused these.
    '*-5-7 * * * *',
    '+5 * * * *',
    '*/+5 * * * *',
    '@every 0',
    '@every 5\u03bcs',
    // Both took these.
    '* * * * *',
    '*/15 0-6,22 1 JAN-mar ?',
    '0 0 31 12 sun',
    '5/10 4 * * 1-5',
    ', * * * *',
    '*/99 * * * *',
    '\t0 3  * * *\u00a0',
    '@hourly',
    '@midnight',
    '@every -1.5h',
  ])('is taken: %j', (schedule) => {
    expect(wrongSchedule(schedule)).toBeUndefined();
  });

  it.each([
    // The rule once took these, and the parser refuses them.
    ['@every 1h-30m', '"1h-30m" is not a duration such as 1h30m'],
    ['@every 300000000h', '"300000000h" is not a duration such as 1h30m'],
    ['* * * * *\ufeff', '"*\ufeff" is not a day of the week (0 to 6, or sun to sat)'],
    // Both refused these.
    ['', 'it is empty'],
    ['0 3 * *', 'it has 4 fields, and a schedule has 5 (minute, hour, day, month, weekday)'],
    ['0 0 3 * * *', 'it has 6 fields, and a schedule has 5 (minute, hour, day, month, weekday)'],
    ['@reboot', 'there is no schedule called "@reboot"'],
    [' @daily', 'it has 1 field, and a schedule has 5 (minute, hour, day, month, weekday)'],
    ['@every 1', '"1" is not a duration such as 1h30m'],
    ['@every ', '"" is not a duration such as 1h30m'],
    ['@every .h', '".h" is not a duration such as 1h30m'],
    ['CRON_TZ=UTC 3 * * *', 'it holds a time zone, which belongs in `timeZone`'],
    ['60 3 * * *', 'the minute 60 is outside 0 to 59'],
    ['0 24 * * *', 'the hour 24 is outside 0 to 23'],
    ['0 0 0 * *', 'the day of the month 0 is outside 1 to 31'],
    ['0 0 * * 7', 'the day of the week 7 is outside 0 to 6'],
    ['0 5-3 * * *', 'the hour "5-3" ends before it begins'],
    ['0 0 1 january *', '"january" is not a month (1 to 12, or jan to dec)'],
    ['1-2-3 * * * *', '"1-2-3" is not a minute (0 to 59)'],
    ['*/0 * * * *', '"*/0" has a step that is not a number from 1'],
    ['*/9223372036854775808 * * * *', '"*/9223372036854775808" has a step that is not a number from 1'],
    ['*/2/2 * * * *', '"*/2/2" is not a minute (0 to 59)'],
  ])('is refused: %j', (schedule, wrong) => {
    expect(wrongSchedule(schedule)).toBe(wrong);
  });
});
