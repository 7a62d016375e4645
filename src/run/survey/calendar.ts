import type { Calendar } from '../../model/preflight';

const DAY_MS = 86_400_000;
/** Days ahead that count as soon: an upgrade is planned in a quarter of a year. */
const SOON = 90;

/** The days that checks compare with. */
export function calendarOf(now: Date): Calendar {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { today: dayOf(now.getTime()), soon: dayOf(now.getTime() + SOON * DAY_MS) };
}

/** Whole days since a day such as `2026-11-29`; 0 for one that is to come. */
export function daysSince(day: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(day)) / DAY_MS));
}
