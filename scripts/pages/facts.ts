import { PREFLIGHT_CHECKS } from '../../src/checks/preflight/registry';
import type { Controller } from '../../src/knowledge/aws/controller';
import { CONTROLLERS } from '../../src/knowledge/aws/controllers';
import { FACTS_CALLS, factsPolicy } from '../../src/knowledge/aws/facts-calls';
import { EXAMPLE_FACTS } from './facts-example';
import type { Pages } from './page';

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const code = (text: string) => `\`${text}\``;

function checkRows() {
  return PREFLIGHT_CHECKS.map(({ id, asks, needs }) => [code(id), asks, needs.map(code).join(', ')]);
}

function needsOf({
  groups = [],
  kinds = [],
  drivers = [],
  classes = [],
  annotations = [],
  uses = [],
}: Controller['needs']) {
  const words = { resourceMetrics: 'autoscalers that read CPU or memory', podIdentity: 'associations of Pod Identity' };
  return [
    ...groups.map((group) => `kinds of ${code(group.startsWith('.') ? `*${group}` : group)}`),
    ...kinds.map((kind) => code(kind)),
    ...drivers.map((driver) => `driver ${code(driver)}`),
    ...classes.map((one) => `class ${code(one)}`),
    ...annotations.map((one) => `annotation ${code(`${one}${one.endsWith('/') ? '…' : ''}`)}`),
    ...uses.map((use) => words[use]),
  ].join(', ');
}

function knownBy({ addOn, capability, autoMode, names }: Controller) {
  return [
    ...(addOn === undefined ? [] : [`add-on ${code(addOn)}`]),
    ...(capability === undefined ? [] : [`capability ${code(capability)}`]),
    ...(autoMode === undefined ? [] : ['EKS Auto Mode']),
    ...names.map(code),
  ].join(', ');
}

const capital = (text: string) => text.replace(/^the /, '').replace(/^[a-z]/, (letter) => letter.toUpperCase());

function controllerRows() {
  const needed = Object.values<Controller>(CONTROLLERS).filter(({ needs }) => Object.keys(needs).length > 0);
  return needed.map((one) => [capital(one.title), needsOf(one.needs), knownBy(one)]);
}

const EXAMPLE = { partition: 'aws', region: 'eu-west-1', accountId: '111122223333', clusterName: 'shop' };

/** `facts.md`: reading a cluster, and comparing it. Its tables are those that the tool walks. */
export function factsPages(): Pages {
  return {
    'facts.md': `# The live cluster

Rendering never asks AWS. \`facts refresh\` reads the cluster into \`environments/<name>/facts.json\`, a person looks at the change and
commits it, and rules and \`preflight\` read the file.

## Reading it

\`npx cdk8s-eks facts refresh prod\` reads the cluster (endpoint access, logs, encryption, support, zonal shift, Auto Mode, access
configuration), node groups, Fargate profiles, add-ons with the versions that fit this and the next version of Kubernetes, access
entries, Pod Identity associations, identity providers, insights, capabilities, updates in progress and how long the versions are
supported. All pages of all lists are read, four calls at a time; what is slowed down is tried again with growing pauses; one call may
take 90 seconds and all together ten minutes.

The file is sorted, and holds no times, tags, certificates and secrets: values of an add-on’s configuration whose key sounds like a
secret are left out. It is replaced as a whole, or stays as it was. A file of an earlier version can be read; what it lacks is unknown.

| what happens | what is said and written |
|---|---|
| a permission is missing | the call and its fix; the rest is written, the reading is absent and listed under \`unread\`; exit code 4 |
| the region does not know a call | the same |
| a part was deleted while it was read | it is left out |
| the cluster is being created or deleted | nothing is written; exit code 4 |
| credentials expire, EKS does not answer, or answers in another shape | nothing is written; exit code 4 |
| the credentials see another account, region or cluster | nothing is written; exit code 2 |

\`facts check prod\` writes nothing, and exits with 1 where the cluster is not what the file and the settings say.

## What the file holds

A small cluster, which nobody may ask for insights:

\`\`\`json
${JSON.stringify(EXAMPLE_FACTS, null, 2)}
\`\`\`

Values are judged when the file is read: versions, days, ids, blocks of addresses, names that stand there twice, and ARNs of another
cluster or account are problems of code \`FACTS\`, all told at once, each with its path.

## What the reader must be allowed

\`npx cdk8s-eks facts policy prod\` prints the policy for one cluster without asking AWS. For cluster \`${EXAMPLE.clusterName}\`, its ${Object.keys(FACTS_CALLS).length} calls are:

\`\`\`json
${JSON.stringify(factsPolicy(EXAMPLE), null, 2)}
\`\`\`

## Before a first sync, and after each change of the cluster

\`npx cdk8s-eks preflight prod\` renders the environment, and compares settings and objects with \`facts.json\`. Each row is **ok**, a
**problem**, a **warning** or **unknown**, with the fix. What the cluster has and nothing names is a warning, told once of each kind of
part; so is what differs from what holds where the settings say nothing. It exits with 1 where there is a problem; with \`--strict\`,
where there is a warning or something is unknown too.
Run \`facts refresh\` first: AWS is not asked. A reading that the file does not hold is unknown, never taken for empty.

${table(['check', 'what it asks', 'readings beside the cluster'], checkRows())}

\`placement\` judges the Pods by the rules of \`check\` twice, with the node groups and profiles of the settings and with those of the
facts, and tells what only the latter give. \`largest-node\` knows the sizes of the families c, m and r from the fifth generation and of t3, t3a and
t4g; a Pod that fits none of them is unknown where there are nodes of other types. Karpenter and Auto Mode make what Pods need.

\`check\` and \`synth\` warn of two of these by themselves where facts.json holds the reading:
[eks/no-missing-controller](rules/eks/no-missing-controller.md) and [eks/no-missing-fargate-profile](rules/eks/no-missing-fargate-profile.md).

### Controllers and drivers

What is needed is seen in the objects; that it is there, by an add-on or a capability in the facts, an app that runs its image or has an
Application of its chart, or an object of one of these names under \`external\`. What EKS has no add-on for is unknown where nothing shows it.

${table(['controller', 'what needs it', 'how it is known'], controllerRows())}

## Roles of IAM

\`npx cdk8s-eks trust --env prod\` prints what roles must trust. With \`--check\`, it compares roles as they are:

\`\`\`sh
aws iam get-account-authorization-details --filter Role LocalManagedPolicy AWSManagedPolicy > roles.json
npx cdk8s-eks trust --env prod --check roles.json
\`\`\`

It takes files and folders of what \`get-role\`, \`list-roles\` or \`get-account-authorization-details\` print; only the last one tells whether
a role of Pod Identity may assume its targets. It finds issuers of other clusters, subjects and audiences that do not match, \`*\` under
\`StringEquals\`, a missing \`sts:TagSession\`, denials, and roles that every ServiceAccount of the cluster may assume. Conditions of other kinds are
unknown. It reads files alone; to ask IAM is left to AWS’s command line, so no further part of the SDK is needed.
`,
  };
}
