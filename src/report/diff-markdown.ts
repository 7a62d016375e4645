import { byRisk, isQuiet, RISK_TEXT, type Risk } from '../knowledge/risk/risks';
import type { Change } from '../model/change';
import { identityKey } from '../model/identity';
import { blocksOf, byEnvironments } from './diff-blocks';
import { blocksText } from './diff-text';
import { fenced } from './fenced';

/** Most characters of a comment. GitHub refuses one of more than 65,536; some are left for who posts it. */
const MOST = 64_000;
/** So many environments, or groups of them that change alike, have a line or a fold of their own. */
const MOST_GROUPS = 60;
/** Most characters of what stands around one fold. */
const AROUND = 120;

/** For a comment on a pull request: a table of counts, then the differences folded by environment, deletions first. */
export function diffMarkdown(changes: readonly Change[]): string {
  if (changes.length === 0) return 'No rendered object changes.\n';
  const table = tableOf(changes);
  const groups = byEnvironments(blocksOf(changes));
  const shown = groups.slice(0, MOST_GROUPS);
  const room = MOST - table.length - shown.reduce((sum, [name]) => sum + AROUND + shortName(name).length, 0);
  const folds = shown.flatMap(([name, blocks]) => {
    const text = shortened(blocksText(blocks, { colour: false }), Math.floor(room / shown.length));
    return ['', `<details><summary>${shortName(name)}</summary>`, '', fenced(text), '', '</details>'];
  });
  const left = groups.length - shown.length;
  const rest = left === 0 ? [] : ['', `… and ${left} more groups of environments; \`cdk8s-eks diff\` shows them all.`];
  return `${[table, ...folds, ...rest].join('\n')}\n`;
}

function tableOf(changes: readonly Change[]): string {
  const environments = [...new Set(changes.map((change) => change.environment))];
  const lines = environments.slice(0, MOST_GROUPS).map((name) => {
    const own = changes.filter((change) => change.environment === name);
    const of = (kind: Change['kind']) =>
      new Set(own.filter((c) => c.kind === kind).map((c) => `${c.app} ${identityKey(c.object)}`)).size;
    return `| ${name} | ${of('removed')} | ${of('changed')} | ${of('added')} | ${worstOf(own)} |`;
  });
  const left = environments.length - lines.length;
  const rest = left === 0 ? [] : [`| … and ${left} more | | | | |`];
  const head = ['| environment | removed | changed | added | at worst |', '|---|---|---|---|---|'];
  return [...head, ...lines, ...rest].join('\n');
}

function worstOf(changes: readonly Change[]): string {
  const risks = changes.flatMap(({ risk }): readonly Risk[] => (risk === undefined ? [] : [risk]));
  const [worst] = [...risks].sort(byRisk);
  return worst === undefined || isQuiet(worst) ? '' : RISK_TEXT[worst];
}

const LONGEST_NAME = 200;

function shortName(name: string): string {
  return name.length > LONGEST_NAME
    ? `${name.slice(0, LONGEST_NAME)}… (${name.split(', ').length} environments)`
    : name;
}

/** Whole lines up to a length, and the number of lines left out. Deletions come first, so they are left out last. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, text.lastIndexOf('\n', longest) + 1);
  const left = text.slice(kept.length).split('\n').length - 1;
  return `${kept}… and ${left} more lines; \`cdk8s-eks diff\` shows them all\n`;
}
