// Writes docs/verdicts.md from what the last runs of the cluster suite noted: npm run verdicts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, recorded } from '../harness/verdicts';
import { EXPLAINED, HARMLESS } from '../mutants/explained';
import { ARGOCD_VERSION, KWOK_VERSION, pinnedKubernetes } from './pins';

const line = (cells: readonly unknown[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

function objects(): string {
  const rows = recorded<Row>('objects').map(([environment, { version, objects, accepted }]) => {
    return [environment, pinnedKubernetes().get(String(version)), objects, accepted];
  });
  return table(['environment', 'API server', 'objects', 'accepted without a warning'], rows);
}

function spoilt(): string {
  const head = ['what is wrong', 'objects', 'server', 'kubeconform', 'our rules', 'explained differences'];
  return recorded<readonly Row[]>('mutants')
    .map(([version, rows]) => {
      const cells = rows.map((row) =>
        ['class', 'mutants', 'server', 'kubeconform', 'ours', 'explained'].map((key) => row[key]),
      );
      const sums = [1, 2, 3, 4, 5].map((at) => cells.reduce((sum, row) => sum + Number(row[at]), 0));
      return `### Kubernetes ${pinnedKubernetes().get(version)}\n\n${table(head, [...cells, ['all', ...sums]])}`;
    })
    .join('\n\n');
}

function applications(): string {
  const rows = recorded<Row>('applications').map(([name, row]) => [name, row['version'], row['applications']]);
  const shown = recorded<readonly string[]>('shown').map(
    ([group, titles]) => `### ${group}\n\n${titles.map((title) => `- ${title}`).join('\n')}`,
  );
  return `${table(['environment', 'Kubernetes', 'Applications Synced and Healthy'], rows)}\n\n${shown.join('\n\n')}`;
}

const list = (rows: Readonly<Record<string, string>>): string =>
  Object.entries(rows)
    .map(([id, why]) => `- ${id}: ${why}`)
    .join('\n');

const page = `# What the judges say

Written by \`npm run verdicts\`, from real programs on loopback: kube-apiserver, kubeconform, and Argo CD ${ARGOCD_VERSION} with
KWOK ${KWOK_VERSION} for nodes. \`npm run test:cluster\` asks them again, and fails when one refuses what is rendered, when a difference
has no explanation here, or when Argo CD does anything else than what stands below.

## Every rendered object, sent to an API server

A server-side apply with strict field validation and Pod Security admission; a warning counts as a refusal. What the server then
stores is what was sent, field by field.

${objects()}

## Objects that were spoilt, one by one

Each is one rendered object with one mistake, drawn from a fixed seed. The numbers say how many a judge refuses. An immutable field is
a change, which \`cdk8s-eks diff\` judges for us.

${spoilt()}

Where our rules and the server differ:

${list(EXPLAINED)}

What nobody refuses:

${list(HARMLESS)}

## Argo CD, syncing dist/ from Git

Nothing is stood in for but what AWS brings: the address of a load balancer, a volume for a claim, a secret store that answers,
and the numbers for an autoscaler. No container runs, and probes always pass.

${applications()}
`;
writeFileSync(join(process.cwd(), 'docs', 'verdicts.md'), page);
