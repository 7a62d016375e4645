import { oneLine } from '../grammar/visible-text';
import { refusedChangeAdvice } from '../knowledge/kubernetes/refused-change-advice';
import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import { blocksOf, byEnvironments, type DiffBlock, effectText, reasonsOf } from './diff-blocks';
import { valueText } from './value-text';

const MARK = { removed: '-', added: '+', changed: '~' } as const;
const COLOUR = { removed: 31, added: 32, changed: 33 } as const;

interface Look {
  readonly colour: boolean;
}

/** Environment → app → object → field, deletions first; what is the same in several environments is told once. */
export function diffText(changes: readonly Change[], look: Look): string {
  if (changes.length === 0) return 'no differences\n';
  return blocksText(blocksOf(changes), look);
}

export function blocksText(blocks: readonly DiffBlock[], look: Look): string {
  const lines = byEnvironments(blocks).flatMap(([environments, ofThem]) => groupLines(environments, ofThem, look));
  return `${[...lines, ...adviceTexts(blocks)].join('\n')}\n`;
}

function groupLines(environments: string, blocks: readonly DiffBlock[], look: Look): readonly string[] {
  let app: string | undefined;
  return blocks.flatMap((block) => {
    const lines = blockLines(block, look);
    if (block.app === app) return lines;
    app = block.app;
    return [oneLine(`${environments} › ${app}`), ...lines];
  });
}

function blockLines({ first, changes }: DiffBlock, { colour }: Look): readonly string[] {
  const text = `  ${MARK[first.kind]} ${oneLine(describeIdentity(first.object))}`;
  const whole = first.field === '' ? `${text}${elsewhereText(first)}${riskText(first)}` : text;
  return [
    colour ? `\u001b[${COLOUR[first.kind]}m${whole}\u001b[0m` : whole,
    ...changes
      .filter(({ field }) => field !== '')
      .map(
        (change) =>
          `      ${oneLine(change.field)}: ${valueText(change.before)} → ${valueText(change.after)}${riskText(change)}`,
      ),
    ...reasonsOf(changes).map(({ risk, why }) => `    ${risk}: ${oneLine(why)}`),
  ];
}

/** What to do about objects that have a refused change, once each. */
export function adviceTexts(blocks: readonly DiffBlock[]): readonly string[] {
  const advice = new Map<string, string>();
  for (const { object, field, risk } of blocks.flatMap(({ changes }) => changes)) {
    const name = oneLine(describeIdentity(object));
    if (risk !== 'refused' || advice.has(name)) continue;
    const { instead, byHand } = refusedChangeAdvice(object, field);
    advice.set(name, `refused: ${name}: ${instead}; or, once the change is in Git, run ${oneLine(byHand)}.`);
  }
  return [...advice.values()];
}

/** Where the object went, or where it was. */
export function elsewhereText({ kind, moved, renamed, stays }: Change): string {
  const goes = kind === 'removed';
  if (moved !== undefined) {
    if (!goes) return `  (was in ${moved})`;
    return `  (moved to ${moved}: ${stays ? 'stays on the cluster, and that app takes it over' : 'Argo CD deletes it and creates it again'})`;
  }
  const alone = 'stays on the cluster, and belongs to nobody';
  if (renamed === undefined) return stays ? `  (${alone})` : '';
  const name = oneLine(renamed);
  if (!goes) return `  (was ${name})`;
  return `  (renamed to ${name}: ${stays ? `it ${alone}` : 'Argo CD deletes it and creates the other'})`;
}

function riskText(change: Change): string {
  const text = effectText(change);
  return text === undefined ? '' : `  (${text})`;
}
