import { oneLine } from '../grammar/visible-text';
import type { Finding } from '../model/finding';
import type { EnvironmentCost } from '../model/placement/environment-cost';
import type { Placement } from '../model/placement/placement';
import type { PriceDate } from '../model/placement/price-dates';
import { PLACE_HEADS, type PlaceCells, placeCells } from './place-cells';
import { costLines, priceLine } from './place-costs';
import { findingsText } from './text';

/** Where the Pods of an environment run, for a report. */
export interface PlaceReport {
  readonly environment: string;
  readonly clusterName: string;
  readonly region: string;
  readonly prices: readonly PriceDate[];
  readonly placements: readonly Placement[];
  /** Of the whole environment. */
  readonly cost?: EnvironmentCost;
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
  const common = commonZones(rows.map(({ cells }) => cells));
  const columns = COLUMNS.filter((key) => key !== 'zones' || common === undefined);
  const widths = widthsOf([PLACE_HEADS, ...rows.map(({ cells }) => cells)]);
  const zones = common === undefined || common === '' ? '' : `, zones ${common}`;
  const lines = [`${environment}: cluster ${clusterName} in ${region}${zones}`];
  if (rows.length > 0) lines.push(line(PLACE_HEADS, widths, columns));
  let app = '';
  for (const { placement, cells } of rows) {
    if (placement.app !== app) lines.push(oneLine(placement.app));
    app = placement.app;
    lines.push(...rowLines(cells, widths, columns), ...reasonLines(placement, options));
  }
  if (rows.length === 0) lines.push('  no app renders Pods here');
  lines.push('', ...costLines(report.cost), priceLine(report.prices));
  const table = `${lines.join('\n')}\n`;
  return findings.length === 0 ? table : `${table}\n${findingsText(findings, options)}`;
}

/** What all workloads have; undefined where they differ. */
function commonZones(rows: readonly PlaceCells[]): string | undefined {
  const all = new Set(rows.flatMap(({ zones }) => (zones === '' ? [] : [zones])));
  return all.size > 1 ? undefined : [...all].join('');
}

type Columns = readonly (keyof PlaceCells)[];
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

function rowLines(cells: PlaceCells, widths: Widths, columns: Columns): readonly string[] {
  if (cells.workload.length <= widths.workload) return [line(cells, widths, columns)];
  return [`  ${oneLine(cells.workload)}`, line({ ...cells, workload: '' }, widths, columns)];
}

function line(cells: PlaceCells, widths: Widths, columns: Columns): string {
  const texts = columns.map((key) => {
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
