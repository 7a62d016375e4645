import { oneLine } from '../grammar/visible-text';
import { describeIdentity } from '../model/identity';
import type { PlacementChange, PlacementSummary } from '../model/placement/placement-change';
import { countText, moneyText } from './money-text';

/** Workloads that run elsewhere, in another size or number, or at another price; an empty text where there are none. */
export function placementDiffText(moved: readonly PlacementChange[]): string {
  const lines: string[] = [];
  let here = '';
  for (const change of moved) {
    const text = changeText(change.placement);
    // A difference of cents.
    if (text === '') continue;
    const place = oneLine(`${change.environment} › ${change.app}: where its Pods run`);
    if (place !== here) lines.push(place);
    here = place;
    lines.push(oneLine(`  ${nameOf(change)}: ${text}`));
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function nameOf({ object, part }: PlacementChange): string {
  return part === undefined ? describeIdentity(object) : `${describeIdentity(object)} [${part}]`;
}

/** What differs alone, each as `before → after`; all of it where there is only one side. */
function changeText({ before, after }: PlacementChange['placement']): string {
  if (before === undefined || after === undefined) {
    const only = Object.values(textsOf(after ?? before)).filter((text) => text !== '');
    return `${before === undefined ? 'new' : 'gone'}: ${only.join('; ')}`;
  }
  const [was, now] = [textsOf(before), textsOf(after)];
  const keys = ['pools', 'size', 'zones', 'pods', 'cost'] as const;
  return keys
    .filter((key) => was[key] !== now[key])
    .map((key) => `${was[key] || 'nothing'} → ${now[key] || 'nothing'}`)
    .join('; ');
}

function textsOf(summary: PlacementSummary | undefined) {
  if (summary === undefined) return { pools: '', size: '', zones: '', pods: '', cost: '' };
  const { placed, pools, size = '', zones, pods, cost } = summary;
  const where = placed === 'no' ? 'nowhere' : pools.join(' or ');
  return {
    pools: placed === 'unknown' ? `perhaps ${where}` : where,
    size,
    zones: zones.join(', '),
    pods: pods === undefined ? '' : `${countText(pods)} ${pods.max === 1 ? 'Pod' : 'Pods'}`,
    cost: cost === undefined ? 'a price that is not known' : `${moneyText(cost)} USD a month`,
  };
}

/** The same for a comment on a pull request, folded. */
export function placementDiffMarkdown(moved: readonly PlacementChange[]): string {
  const rows = moved.flatMap((change) => {
    const text = changeText(change.placement);
    return text === '' ? [] : [`| ${change.environment} | ${cell(nameOf(change))} | ${cell(text)} |`];
  });
  if (rows.length === 0) return '';
  return ['', '| environment | workload | where its Pods run |', '|---|---|---|', ...rows, ''].join('\n');
}

/** A bar or a line break would end the cell. */
function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}
