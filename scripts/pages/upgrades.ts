import { AMI_TYPES_READ } from '../../src/knowledge/aws/ami-types';
import { CONTROLLER_MINIMUMS, CONTROLLER_MINIMUMS_READ } from '../../src/knowledge/aws/controller-minimums';
import { KUBELET_SKEW, SUPPORT_CALENDAR, SUPPORT_CALENDAR_READ } from '../../src/knowledge/aws/support-calendar';
import { KUBELET_FLAGS_READ, REMOVED_KUBELET_FLAGS } from '../../src/knowledge/kubernetes/kubelet-flags';
import {
  VERSION_CHANGES,
  VERSION_CHANGES_READ,
  type VersionChange,
} from '../../src/knowledge/kubernetes/version-changes';
import { KUBERNETES_VERSIONS } from '../../src/knowledge/kubernetes/versions';
import { UPGRADE_SECTIONS } from '../../src/model/upgrade/report';
import type { Pages } from './page';

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What each section is made of. */
const ASKS: Readonly<Record<keyof typeof UPGRADE_SECTIONS, string>> = {
  apis: 'what is rendered for each version, judged by the schema of that version; previews whose stable version is served; the table of changes',
  fields: 'the same, for fields and values; objects that an app renders otherwise for that version, or not at all',
  podSecurity:
    'the Pods, judged by the standard of each version that their namespace enforces; labels that name the version',
  addOns:
    '`addOns` and `addOnVersions` of facts.json; images and charts of Karpenter and the cluster autoscaler that are rendered',
  nodes:
    '`nodeGroups`, `fargateProfiles`, `updates`, the status and the health of the cluster in facts.json; EC2NodeClasses and NodePools that are rendered; self-managed groups of the settings',
  behaviour:
    'the table of changes, looked up in what is rendered, and in the settings and facts of kube-proxy; other rules that judge a version otherwise',
  support: '`clusterVersions` of facts.json, or the calendar',
  insights: '`insights` of facts.json',
};

function sectionRows() {
  return (Object.keys(UPGRADE_SECTIONS) as readonly (keyof typeof UPGRADE_SECTIONS)[]).map((section) => [
    UPGRADE_SECTIONS[section],
    ASKS[section],
  ]);
}

function changeRows() {
  return Object.values<VersionChange>(VERSION_CHANGES).map(({ since, severity, what, see }) => [
    since,
    severity,
    what.replaceAll('|', '\\|'),
    `[source](${see})`,
  ]);
}

function minimumRows() {
  const versions = KUBERNETES_VERSIONS.slice(1);
  return versions.map((version) => [
    version,
    ...Object.values(CONTROLLER_MINIMUMS).map(({ minimums }) => minimums[version] ?? 'as before'),
  ]);
}

function calendarRows() {
  return Object.entries(SUPPORT_CALENDAR).map(([version, { released, endOfStandardSupport, endOfExtendedSupport }]) => [
    version,
    released,
    endOfStandardSupport,
    endOfExtendedSupport,
  ]);
}

/** `upgrades.md`: what the report holds, and the tables that it is made by. */
export function upgradePages(): Pages {
  const { title: karpenter } = CONTROLLER_MINIMUMS.karpenter;
  const flags = Object.entries(REMOVED_KUBELET_FLAGS).map(([flag, { gone, see }]) => `\`${flag}\` ([${gone}](${see}))`);
  return {
    'upgrades.md': `# Upgrades

\`\`\`sh
npx cdk8s-eks facts refresh prod
npx cdk8s-eks upgrade prod --to 1.36
npx cdk8s-eks upgrade prod --to next --format markdown > change-request.md
\`\`\`

\`upgrade\` tells everything that stands in the way of an upgrade of Kubernetes, and everything that it changes, before anybody touches the
cluster. It renders and judges the apps as the version that the cluster runs and as each version on the way, since EKS takes one
minor version at a time, and compares each with the one before. What facts.json says and what the tables below know comes beside it. AWS
is not asked, and nothing is written.

Each entry has its step, what was found, where (the object and field, and the line of your code), what happens, and the fix:

| | |
|---|---|
| **blocks** | the step is refused, or breaks what runs, unless it is repaired first; the exit code is 1 |
| **changes** | the step goes through, and somebody has something to do, or Pods behave otherwise |
| **unknown** | nobody read what would answer it; the fix says how to read it. With \`--strict\` the exit code is 1 |
| **information** | nothing to do now |

The sections come in this order:

${table(['section', 'made of'], sectionRows())}

What a rule said before and does not say of a version any more is told as information. Errors of today that no version makes right are
counted, and \`check\` lists them. An app that does not render for a later version blocks its step. Once \`kubernetesVersion\` is raised in the
settings, \`diff\` shows what \`dist/\` becomes: raise it with each step, as soon as the control plane runs it, and not before.

Facts hold the versions of add-ons for the version of the cluster and the next. So read them again after each step, and run \`upgrade\`
again for the rest of the way. The way begins at the version that facts.json says, or at that of the settings where the cluster was never read.

## The tables

The report names the day on which the sources of each table were read, and how long ago that is. After 90 days it asks to look at them again.

### What versions change

Read on ${VERSION_CHANGES_READ}. APIs and fields are not in it: they come from the schema of each version. A row is told only where it touches
something that is rendered, or a setting or a fact.

${table(['since', '', 'what is said of an object', ''], changeRows())}

Flags that the kubelet does not know any more, in the user data of an EC2NodeClass (read on ${KUBELET_FLAGS_READ}): ${flags.join(', ')}.

### Nodes

A kubelet, and kube-proxy, may be ${KUBELET_SKEW} minor versions older than the API server. Which images EKS makes for which version is of ${AMI_TYPES_READ} or
later: Amazon Linux 2 ends with 1.32. A pinned release of Amazon Linux 2023 (\`al2023@v20251112\`) that is more than a month older than the day
on which EKS began to offer a version has no image for it: ${karpenter} then makes no node.

### Versions of controllers

Read on ${CONTROLLER_MINIMUMS_READ}. The least that goes with each version of Kubernetes:

${table(['Kubernetes', ...Object.values(CONTROLLER_MINIMUMS).map(({ title }) => title)], minimumRows())}

### The calendar of EKS

Read on ${SUPPORT_CALENDAR_READ}; sources differ by up to four days. Dates in facts.json come first.

${table(['Kubernetes', 'offered', 'end of standard support', 'end of extended support'], calendarRows())}
`,
  };
}
