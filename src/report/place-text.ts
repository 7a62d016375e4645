import { oneLine } from '../grammar/visible-text';
import type { Finding } from '../model/finding';
import type { Placement } from '../model/placement/placement';
import { PLACE_HEADS, type PlaceCells, placeCells } from './place-cells';
import { findingsText } from './text';

/** Where the Pods of an environment run, for a report. */
export interface PlaceReport {
  readonly environment: string;
  readonly clusterName: string;
  readonly region: string;
  readonly placements: readonly Placement[];
  readonly findings: readonly Finding[];
}

export interface PlaceOptions {
  readonly colour: boolean;
  /** Lists the pools that do not take a workload, each with the reason. `@default` - those of workloads without a place */
  readonly reasons?: boolean;
}

const COLUMNS = ['workload', 'pods', 'requests', 'pool', 'size', 'zones', 'cost'] as const;
/** Workloads with longer names have a line of their own. */
const LONGEST_NAME = 30;

/** A table that fits a terminal of 100 columns, by app; then what has no place. */
export function placeText(report: PlaceReport, options: PlaceOptions): string {
  const { environment, clusterName, region, placements, findings } = report;
  const rows = placements.map((placement) => ({ placement, cells: placeCells(placement) }));
  const widths = widthsOf([PLACE_HEADS, ...rows.map(({ cells }) => cells)]);
  const lines = [`${environment}: cluster ${clusterName} in ${region}`];
  if (rows.length > 0) lines.push(line(PLACE_HEADS, widths));
  let app = '';
  for (const { placement, cells } of rows) {
    if (placement.app !== app) lines.push(oneLine(placement.app));
    app = placement.app;
    lines.push(...rowLines(cells, widths), ...reasonLines(placement, options));
  }
  if (rows.length === 0) lines.push('  no app renders Pods here');
  const table = `${lines.join('\n')}\n`;
  return findings.length === 0 ? table : `${table}\n${findingsText(findings, options)}`;
}

type Widths = Readonly<Record<keyof PlaceCells, number>>;

function widthsOf(rows: readonly PlaceCells[]): Widths {
  const width = (key: keyof PlaceCells) => Math.max(...rows.map((row) => row[key].length));
  const workload = Math.max(...rows.map((row) => (row.workload.length > LONGEST_NAME ? 0 : row.workload.length)));
  return {
    workload,
    pods: width('pods'),
    requests: width('requests'),
    pool: width('pool'),
    size: width('size'),
    zones: width('zones'),
    cost: width('cost'),
  };
}

function rowLines(cells: PlaceCells, widths: Widths): readonly string[] {
  if (cells.workload.length <= widths.workload) return [line(cells, widths)];
  return [`  ${oneLine(cells.workload)}`, line({ ...cells, workload: '' }, widths)];
}

function line(cells: PlaceCells, widths: Widths): string {
  const texts = COLUMNS.map((key) => {
    const text = oneLine(cells[key]);
    return key === 'pods' || key === 'cost' ? text.padStart(widths[key]) : text.padEnd(widths[key]);
  });
  return `  ${texts.join('  ')}`.trimEnd();
}

function reasonLines({ placed, pools }: Placement, { reasons = false }: PlaceOptions): readonly string[] {
  return pools.flatMap(({ pool, verdict, reason }) => {
    if (reason === undefined || (placed === 'yes' && !reasons)) return [];
    return [`      ${oneLine(`${verdict === 'no' ? 'not on' : 'perhaps on'} ${pool}: ${reason}`)}`];
  });
}
