import { summarize, type Verdict } from '../model/finding';

/** `412 objects: 409 valid, 2 excused, 1 invalid; 3 warnings, 0 unknown` */
export function summaryText(verdicts: readonly Verdict[]): string {
  const { objects, valid, excused, invalid, unknown, suppressed } = summarize(verdicts);
  const warnings = verdicts.reduce(
    (n, v) => n + v.findings.filter((f) => f.severity === 'warning' && f.silenced === undefined).length,
    0,
  );
  const silenced = suppressed === 0 ? '' : `, ${suppressed} silenced`;
  return `${count(objects, 'object')}: ${valid} valid, ${excused} excused, ${invalid} invalid; ${count(warnings, 'warning')}, ${unknown} unknown${silenced}`;
}

export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
