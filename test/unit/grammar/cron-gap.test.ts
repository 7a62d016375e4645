import { longestGap } from '../../../src/grammar/cron-gap';

const HOUR = 60;
const DAY = 24 * HOUR;

describe('the longest time between two starts of a schedule', () => {
  it.each([
    ['* * * * *', 1],
    ['*/30 * * * *', 30],
    ['*/25 * * * *', 25],
    ['5/10 * * * *', 10],
    ['0 * * * *', HOUR],
    ['0 7,19 * * *', 12 * HOUR],
    ['0 7 * * *', DAY],
    ['15 8-17 * * *', 15 * HOUR],
    ['0 18 * * 5', 7 * DAY],
    ['0 18 * * FRI', 7 * DAY],
    ['0 7 * * 1-5', 3 * DAY],
    ['0 0 1 * *', 31 * DAY],
    ['0 0 31 * ?', 61 * DAY],
    ['0 0 24 dec *', 366 * DAY],
    ['0 0 29 2 *', (4 * 365 + 1) * DAY],
  ])('%s: %d minutes', (schedule, minutes) => expect(longestGap(schedule)).toBe(minutes));

  it('days of the month and of the week are either of the two where both are named', () => {
    expect(longestGap('0 0 1 * 1')).toBe(7 * DAY);
    // A star leaves the days to the other field, a star with a step does not.
    expect(longestGap('0 0 */2 * 1')).toBeLessThan(7 * DAY);
  });

  it('there is none for a day that never comes', () => {
    expect(longestGap('0 0 30 2 *')).toBe(Number.POSITIVE_INFINITY);
    expect(longestGap(', * * * *')).toBe(Number.POSITIVE_INFINITY);
  });

  it.each(['@daily', '0 25 * * *', '', '0 0 * *'])('nothing is said of %j', (schedule) =>
    expect(longestGap(schedule)).toBeUndefined(),
  );
});
