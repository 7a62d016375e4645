import { byRisk, isQuiet, RISK_TEXT, RISKS, type Risk } from '../knowledge/risk/risks';
import type { Change } from '../model/change';
import { describeIdentity } from '../model/identity';
import { blocksOf, byEnvironments, type DiffBlock, effectText, reasonsOf } from './diff-blocks';
import { DIFF_STYLE } from './diff-style';
import { adviceTexts, elsewhereText } from './diff-text';
import { escapeHtml } from './escape-html';
import { valueText } from './value-text';

const WORD = { removed: 'removed', added: 'added', changed: 'changed' } as const;

/**
 * One file without scripts, and without anything that is fetched: it can be kept as an artifact of a pipeline.
 * @param placements what is said of Pods that run elsewhere, as text
 */
export function diffHtml(changes: readonly Change[], placements = ''): string {
  const body = changes.length === 0 ? '<p>No rendered object changes.</p>' : bodyOf(changes);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What will change</title>
<style>${DIFF_STYLE}</style>
</head>
<body>
<h1>What will change</h1>
${body}
${placements === '' ? '' : `<section><h2>Where Pods run</h2><pre>${escapeHtml(placements)}</pre></section>\n`}</body>
</html>
`;
}

function bodyOf(changes: readonly Change[]): string {
  const blocks = blocksOf(changes);
  const advice = adviceTexts(blocks).map((text) => `<li>${escapeHtml(text)}</li>`);
  return [
    countsOf(blocks),
    ...(advice.length === 0 ? [] : [`<section><h2>To do first</h2><ul>${advice.join('')}</ul></section>`]),
    ...byEnvironments(blocks).map(([environments, ofThem]) => environmentHtml(environments, ofThem)),
  ].join('\n');
}

/** How many objects have each class, the worst first. */
function countsOf(blocks: readonly DiffBlock[]): string {
  const items = RISKS.filter((risk) => !isQuiet(risk)).flatMap((risk) => {
    const count = blocks.filter(({ changes }) => risksOf(changes).includes(risk)).length;
    return count === 0 ? [] : [`<li class="${risk}"><b>${count}</b> ${escapeHtml(RISK_TEXT[risk])}</li>`];
  });
  return items.length === 0
    ? '<p>Nothing that changes has an effect beyond itself.</p>'
    : `<ul class="counts">${items.join('')}</ul>`;
}

function risksOf(changes: readonly Change[]): readonly Risk[] {
  return changes.flatMap(({ risk, also = [] }) => [
    ...(risk === undefined ? [] : [risk]),
    ...also.map((one) => one.risk),
  ]);
}

function environmentHtml(environments: string, blocks: readonly DiffBlock[]): string {
  return `<details open><summary>${escapeHtml(environments)} <small>${blocks.length} object${blocks.length === 1 ? '' : 's'}</small></summary>
${blocks.map(blockHtml).join('\n')}
</details>`;
}

function blockHtml({ app, first, changes }: DiffBlock): string {
  const [worst = 'harmless'] = [...risksOf(changes)].sort(byRisk);
  const fields = changes.filter(({ field }) => field !== '').map(fieldHtml);
  const reasons = reasonsOf(changes).map(
    ({ risk, why }) => `<p class="why ${risk}"><b>${escapeHtml(RISK_TEXT[risk])}</b>: ${escapeHtml(why)}</p>`,
  );
  const table = fields.length === 0 ? '' : `<table>${fields.join('')}</table>`;
  return `<article class="${worst}"><h3><span class="${first.kind}">${WORD[first.kind]}</span> ${escapeHtml(describeIdentity(first.object))}${escapeHtml(elsewhereText(first))} <small>${escapeHtml(app)}</small></h3>${table}${reasons.join('')}</article>`;
}

function fieldHtml(change: Change): string {
  const { field, before, after, risk = 'harmless' } = change;
  const cells = [
    `<code>${escapeHtml(field)}</code>`,
    `<del>${escapeHtml(valueText(before))}</del>`,
    `<ins>${escapeHtml(valueText(after))}</ins>`,
    escapeHtml(effectText(change) ?? ''),
  ];
  return `<tr class="${risk}">${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
