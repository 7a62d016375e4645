import type { AllowedCall } from '../model/allowed-call';

const HEAD = ['FROM', 'TO', 'PORTS', 'BY'] as const;
/** Only where something stands in it. */
const DENIED = 'BUT NOT';
const NOBODY = 'no policy holds it';

/** The calls of one environment as a table. */
export function callsText(environment: string, calls: readonly AllowedCall[]): string {
  const isDenied = calls.some(({ denied }) => denied.length > 0);
  const head = isDenied ? [...HEAD, DENIED] : HEAD;
  const rows = calls.map(({ from, to, ports, policies, denied }) => [
    from,
    to,
    ports.join(', '),
    policies.length === 0 ? NOBODY : policies.join(', '),
    ...(isDenied ? [denied.join('; ')] : []),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [`${environment}: calls that network policies allow`, line(head), ...rows.map(line), ''].join('\n');
}
