import { RISK_TEXT, RISKS } from '../../src/knowledge/risk/risks';
import type { RiskRow } from '../../src/knowledge/risk/row';
import { RISK_ROWS, RISK_TABLES } from '../../src/knowledge/risk/rows';
import type { Pages } from './page';

/** `diff.md`: what `diff` says of each change, from the rows that decide it. */
export function riskPages(): Pages {
  const classes = RISKS.map((risk) => `| \`${risk}\` | ${RISK_TEXT[risk]} |`);
  const tables = Object.entries(RISK_TABLES).flatMap(([title, rows]) => [
    `## ${title}`,
    '',
    '| row | kinds | field | class | what happens |',
    '|---|---|---|---|---|',
    ...rows.map(rowText),
    '',
  ]);
  return { 'diff.md': `${[...INTRODUCTION, ...classes, '', ...REST, '', ...tables].join('\n').trimEnd()}\n` };
}

const INTRODUCTION = [
  '# What a change will do',
  '',
  '`npm run diff` compares objects, field by field, by environment, app and object. Deletions come first. Items of lists are matched by',
  'their names or keys, so that an inserted rule is one difference; what changes alike in several environments is told once; an object',
  'under another name, or in another app, is told as renamed or moved. Each change has a class and a reason: `risk`, `why` and `row` in',
  '`--format json`, with what else it does in `also`.',
  '',
  'What goes from its app and was committed with `Prune=false` (and `Delete=false`, where the whole app goes) stays on the cluster: Argo CD',
  'leaves it alone. Such a removal is `later`, with `stays` in `--format json`, whatever the object holds, unless its Namespace goes too.',
  '',
  'For a rollout the reason says how many Pods it replaces, how many are missing meanwhile, and which PodDisruptionBudget selects them.',
  '',
  '| class | what it means |',
  '|---|---|',
];

const REST = [
  '`--fail-on refused,data` exits with 1 where a change has one of these classes, and with 0 otherwise; without it, any change is 1.',
  '`--format markdown` fits into a comment of a change request, and says what it leaves out; `--format html` is one file without scripts,',
  'which a pipeline can keep. What the API server refuses is an error of `synth` too, with the line and the steps, until',
  '`--allow-replace ID` says that somebody replaces the object.',
  '',
  '![The page of a change that removes a claim, opens a load balancer to the internet and cuts memory](pictures/diff.png)',
  '',
  '## Against a cluster',
  '',
  '`npm run diff -- --live --kubeconfig FILE --env prod` asks the API server of a cluster, by `kubectl proxy`, for each rendered object and',
  'for a dry run of a server-side apply as `argocd-controller`, which stores nothing. It tells what Argo CD would change there, marks what',
  'somebody changed on the cluster (the source does not change the field), and lists what the Applications of the environment track by',
  'annotation and nobody renders, which a sync would prune. What the server refuses, of any kind, is told in its own words.',
  '',
  '- Argo CD itself is left out: its Applications may live in another cluster.',
  '- The user needs the rights of the apply; kinds that it may not list are passed over when looking for what nobody renders.',
  '- Where Argo CD applies by the client, a field that is gone from the source is removed by it, and not by the dry run.',
  '',
  `The ${RISK_ROWS.length} rows below decide. Where two fit, the worse class counts, and the other one is told beside it. A field that no row knows`,
  'is `unknown`. Most rows about what is refused were tried on kube-apiserver 1.33, 1.34 and 1.35 (`test/contract/cluster/risk`).',
];

function rowText({ id, kinds, shown, on = ['changed'], risk, why, source }: RiskRow): string {
  const event = on.includes('changed') ? '' : ` (${on.join(', ')})`;
  const kindsText = kinds === '*' ? 'any' : kinds.split(' ').join(', ');
  return `| ${id} | ${kindsText} | ${cell(shown)}${event} | \`${risk}\` | ${cell(why)} [source](${source}) |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;');
}
