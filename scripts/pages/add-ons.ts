import type { AddOnName, AddOnPermissions } from '../../src/knowledge/aws/addons/add-on';
import { ADD_ON_NAMES, ADD_ONS, addOnTitle, controllerOf } from '../../src/knowledge/aws/addons/catalogue';
import type { Pages } from './page';

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const code = (text: string) => `\`${text}\``;
const capital = (text: string) =>
  text.replace(/^the /, '').replace(/^[a-z](?![a-z]*-)/, (letter) => letter.toUpperCase());

function formsOf(name: AddOnName): string {
  const { eks, chart, manifests } = ADD_ONS[name].forms;
  return [
    ...(eks === undefined ? [] : [`EKS add-on${eks.owner === 'community' ? ' (community)' : ''}`]),
    ...(chart === undefined ? [] : [`chart ${chart.seen ?? '(give a version)'}`]),
    ...(manifests === undefined ? [] : ['manifests']),
  ].join(', ');
}

function overview() {
  return ADD_ON_NAMES.map((name) => [
    `[${code(name)}](#${name})`,
    capital(addOnTitle(name)),
    formsOf(name),
    code(ADD_ONS[name].namespace),
  ]);
}

function permissionsOf(permissions: AddOnPermissions | undefined): readonly string[] {
  if (permissions === undefined) return ['It calls nothing of AWS, and needs no role.'];
  const { managedPolicies = [], statements = [], policy, required } = permissions;
  return [
    `**Role** ${required ? '(it does nothing without one)' : '(where it is asked to)'}:`,
    ...managedPolicies.map((one) => `- ${code(`arn:aws:iam::aws:policy/${one}`)}`),
    ...statements.map(({ actions, resources }) => `- ${actions.map(code).join(', ')} on ${resources}`),
    ...(policy === undefined ? [] : [`- whole: <${policy}>`]),
  ];
}

function formText(name: AddOnName): readonly string[] {
  const { eks, chart, manifests } = ADD_ONS[name].forms;
  const keys = Object.entries(eks?.configuration ?? {});
  return [
    ...(eks === undefined
      ? []
      : [
          `- **EKS add-on** ${code(controllerOf(name).addOn ?? '')}${keys.length === 0 ? '' : `; known keys of its configuration: ${keys.map(([key]) => code(key)).join(', ')}`}`,
        ]),
    ...(chart === undefined
      ? []
      : [
          `- **chart** ${code(chart.chart)} of ${code(chart.repoURL)}${chart.definitionsChart === undefined ? '' : `, with ${code(chart.definitionsChart)}`}, ${chart.seen === undefined ? 'no version verified: give one' : `seen at ${chart.seen}`}`,
        ]),
    ...(manifests === undefined
      ? []
      : [
          `- **manifests** ${manifests.paths.map((path) => code(path)).join(' and ')}${manifests.file === undefined ? '' : ` (${code(manifests.file)})`} of ${code(manifests.repoURL)}, at a tag such as ${code(manifests.revision)}`,
        ]),
  ];
}

function section(name: AddOnName): string {
  const row = ADD_ONS[name];
  const accounts = row.serviceAccounts.map((one) => code(`${row.namespace}/${one}`)).join(', ');
  const others = [
    ...(row.autoMode === undefined ? [] : [`EKS Auto Mode has built in ${row.autoMode}.`]),
    ...(row.minimums === undefined
      ? []
      : [
          `First versions: ${Object.entries(row.minimums)
            .map(([kubernetes, first]) => `${first} for Kubernetes ${kubernetes}`)
            .join(', ')}.`,
        ]),
    ...(row.needs ?? []).map(({ addOn, when }) => `With ${code(when.join('.'))} it needs [${addOn}](#${addOn}).`),
    ...(row.conflicts ?? []).map(({ addOn, why }) => `Beside [${addOn}](#${addOn}): ${why}.`),
  ];
  return [
    `### ${name}`,
    formText(name).join('\n'),
    [...permissionsOf(row.permissions), ...(accounts === '' ? [] : ['', `ServiceAccounts: ${accounts}.`])].join('\n'),
    ...(others.length === 0 ? [] : [others.join(' ')]),
    ['Known traps:', ...row.traps.map((trap) => `- ${trap}`)].join('\n'),
    `Sources: ${row.see.map((address) => `<${address}>`).join(', ')}`,
  ].join('\n\n');
}

/** `add-ons.md`: how to install what a cluster needs, and the catalogue as the tool has it. */
export function addOnPages(): Pages {
  return {
    'add-ons.md': `# Add-ons

What runs on a cluster beside your apps: drivers, controllers, agents. The catalogue knows ${ADD_ON_NAMES.length} of them, with the role each needs,
what it does not run beside, and what has gone wrong for others. Rendering fetches nothing: a chart is fetched by Argo CD.

${table(['add-on', 'what it is', 'can be installed as', 'namespace'], overview())}

## As an add-on of EKS

An add-on of EKS is a line of the environment, and goes into all outputs of [the cluster](cluster.md):

\`\`\`yaml
addOns:
  - name: vpc-cni
    version: v1.20.4-eksbuild.2
    configuration: { enableNetworkPolicy: "true", env: { ENABLE_PREFIX_DELEGATION: "true" } }
  - name: aws-ebs-csi-driver
    version: v1.50.0-eksbuild.1
    podIdentity: [{ serviceAccount: ebs-csi-controller-sa, iamRole: ebs-csi }]
\`\`\`

\`configuration\` is a map, or text in JSON or YAML, as the API takes it. Where it is a map or JSON, \`cdk8s-eks cluster\` warns of a key that the
catalogue does not know, and of a value of another kind; the schema of the version decides, which
\`aws eks describe-addon-configuration\` prints.

## By Argo CD

A construct for each renders an Application: the chart at one version, with values that follow the environment (name, region and VPC of
the cluster, the ARN of the role), the sync options it needs, and what Argo CD is to leave alone.

\`\`\`ts
import { defineApp, ExternalDnsAddOn, KarpenterAddOn, LoadBalancerControllerAddOn } from 'cdk8s-eks';

export default defineApp({
  name: 'platform-add-ons',
  owner: 'platform',
  skip: { local: 'a cluster on a laptop has no use for them' },
  charts(scope) {
    new LoadBalancerControllerAddOn(scope, 'load-balancers', { iamRole: 'load-balancers' });
    new KarpenterAddOn(scope, 'karpenter', { iamRole: 'karpenter', interruptionQueue: 'shop-interruptions' });
    new ExternalDnsAddOn(scope, 'dns', { policy: 'upsert-only', iamRole: 'external-dns' });
  },
});
\`\`\`

Keep add-ons in an app of their own: an app of nothing but Applications goes to the cluster that Argo CD runs on, and each Application
leads to the environment's cluster. The owner says by name what it may install, in \`environments/defaults.yaml\`:

\`\`\`yaml
owners:
  platform:
    platform: true
    addOns: [aws-load-balancer-controller, external-dns, karpenter]
    namespaces: [edge]
\`\`\`

and the environment has the roles that the app names:

\`\`\`yaml
identity:
  iamRoles:
    load-balancers: eks/load-balancers
    karpenter: eks/karpenter
    external-dns: eks/external-dns
\`\`\`

From that list alone the project \`<environment>-add-ons\` is written: the repositories, cluster-scoped kinds and namespaces of those
add-ons, and nothing else. Other owners may have no Application at all ([policy/valid-owner-kind](rules/policy/valid-owner-kind.md)),
and one under the name of an add-on has to be that add-on ([policy/valid-add-on-application](rules/policy/valid-add-on-application.md)).

- **Versions** are exact. Where the catalogue says *seen*, the values were read for that version, and it is the default; elsewhere
  nobody here has verified one, and you give it.
- **Roles**: \`iamRole\` for IRSA, or an association under \`identity.podIdentityAssociations\`. Neither, where the add-on needs one, is refused.
- **Mirrors**: \`repository\` takes the chart from elsewhere, once the owner lists it under \`repositories\`.
- **Manifests**: \`from: 'manifests'\` takes what upstream keeps in Git, where it does, at a tag. It takes no values.
- **Other values**: \`values\` wins over what is set here.
- **Order**: add-ons wait for each other's definitions by trying again. When one is dropped, Argo CD asks for a confirmation first,
  since with the definitions of a kind all its objects go.

## What is checked

| rule | what it finds |
|---|---|
| [eks/no-duplicate-add-on](rules/eks/no-duplicate-add-on.md) | one add-on in two ways: of EKS, by settings or facts, by an Application, by rendered workloads |
| [eks/ban-built-in-add-on](rules/eks/ban-built-in-add-on.md) | what EKS Auto Mode has built in, where it has all nodes |
| [eks/ban-add-on-conflict](rules/eks/ban-add-on-conflict.md) | two that get in each other's way |
| [eks/no-missing-add-on](rules/eks/no-missing-add-on.md) | a value that needs another add-on, which is not there |
| [eks/no-missing-controller](rules/eks/no-missing-controller.md) | objects whose controller is not there |

What is installed counts as there: its namespace, its ServiceAccounts and the classes it is set to make need no line under \`external\`,
and \`preflight\` takes add-ons of the settings and Applications for what they install.

## The catalogue

Read on 2026-11-29. Other versions may differ.

${ADD_ON_NAMES.map(section).join('\n\n')}
`,
  };
}
