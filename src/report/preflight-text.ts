import { oneLine } from '../grammar/visible-text';
import type { PreflightRow, PreflightState } from '../model/preflight';

/** How many rows are in each state. */
export function preflightSummary(rows: readonly PreflightRow[]): Readonly<Record<PreflightState, number>> {
  const count = (state: PreflightState) => rows.filter((row) => row.state === state).length;
  return { ok: count('ok'), problem: count('problem'), warning: count('warning'), unknown: count('unknown') };
}

/** The table: state, check, what it is about, and below it the fix. */
export function preflightText(heading: string, rows: readonly PreflightRow[]): string {
  const width = Math.max(...rows.map(({ check }) => check.length), 0);
  // One fix for many rows in a row is told below the last of them.
  const isTold = (fix: string | undefined, index: number) => fix === undefined || rows[index + 1]?.fix === fix;
  const lines = rows.flatMap(({ state, check, subject, message, fix }, index) => [
    `  ${state.padEnd('problem'.length)}  ${check.padEnd(width)}  ${oneLine(`${subject}: ${message}`)}`,
    ...(isTold(fix, index) ? [] : [`${' '.repeat('problem'.length + width + 6)}fix: ${oneLine(fix ?? '')}`]),
  ]);
  return `${[heading, ...lines].join('\n')}\n${summaryLine(rows)}\n`;
}

/** Warnings are counted where there are any: not every table has them. */
function summaryLine(rows: readonly PreflightRow[]): string {
  const { ok, problem, warning, unknown } = preflightSummary(rows);
  const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const warned = warning === 0 ? [] : [counted(warning, 'warning')];
  return [`${ok} ok`, counted(problem, 'problem'), ...warned, `${unknown} unknown`].join(', ');
}
