import { oneLine } from '../grammar/visible-text';
import { fenced } from './fenced';
import { PLACE_HEADS, type PlaceCells, placeCells } from './place-cells';
import { costLines, priceLine } from './place-costs';
import type { PlaceReport } from './place-text';
import { findingsText } from './text';

const COLUMNS = ['workload', 'pods', 'requests', 'pool', 'size', 'zones', 'cost'] as const;

/** For a change request: a table per environment, what it costs, and what has no place. */
export function placeMarkdown(report: PlaceReport): string {
  const { environment, clusterName, region, placements, findings } = report;
  const lines = [
    `### ${environment}: cluster ${clusterName} in ${region}`,
    '',
    row('app', PLACE_HEADS),
    `|${'---|'.repeat(COLUMNS.length + 1)}`,
    ...placements.map((placement) => row(placement.app, placeCells(placement))),
    '',
    ...(report.cost === undefined ? [] : [fenced(`${costLines(report.cost).join('\n').trimEnd()}\n`), '']),
    priceLine(report.prices),
  ];
  if (findings.length > 0) lines.push('', fenced(findingsText(findings, { colour: false })));
  return `${lines.join('\n')}\n`;
}

/** A bar or a line break would end a cell. */
function row(app: string, cells: PlaceCells): string {
  const texts = [app, ...COLUMNS.map((key) => cells[key])];
  return `| ${texts.map((text) => oneLine(text).replaceAll('|', '\\|')).join(' | ')} |`;
}
