import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import {
  isAutoModeLabel,
  isSystemLabel,
  KARPENTER_AWS_LABELS,
  KARPENTER_LABELS,
  NODE_LABELS,
} from '../../../knowledge/aws/node-labels';
import type { EksEnvironment } from '../../../model/environment';
import { fieldPath } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import { didYouMean } from '../../../model/suggest';
import type { PodRule, RuleFinding } from '../../engine/rule';
import { fits, type NodePool, nodePoolsOf } from '../../reads/node-pools';
import { nodeSelectionOf, type Requirement } from '../../reads/node-selection';

type Told = Pick<RuleFinding, 'path' | 'found' | 'what' | 'fix' | 'severity'>;

export const noMissingNode: PodRule = {
  id: 'eks/no-missing-node',
  severity: 'error',
  summary: 'The nodes that Pods ask for are among those that the settings name.',
  why: 'A Pod that selects a label, a zone or an instance type that no node has stays Pending, and nothing else says so. The settings name the node groups, and say whether Karpenter or Auto Mode makes nodes.',
  see: [
    'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/',
    'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
    'https://karpenter.sh/docs/concepts/scheduling/',
  ],
  checkPod(template, { environment }, tell) {
    // A DaemonSet follows the nodes that there are.
    if (environment.platform !== 'eks' || template.owner.kind === 'DaemonSet') return;
    const alternatives = nodeSelectionOf(template);
    if (alternatives.every((one) => one.length === 0)) return;
    const { fargateProfiles } = environment.compute;
    if (fargateProfileFor(fargateProfiles, template.owner.namespace ?? '', template.labels) !== undefined) return;
    const pools = nodePoolsOf(environment);
    if (pools.length === 0) return;
    for (const told of judged(alternatives, pools, template, environment)) tell(told);
  },
};

/** Nothing where some nodes have all that one of the alternatives asks for. */
function judged(
  alternatives: readonly (readonly Requirement[])[],
  pools: readonly NodePool[],
  template: PodTemplate,
  environment: EksEnvironment,
): readonly Told[] {
  const best = alternatives.flatMap((all) => pools.map((pool) => verdict(all, pool)));
  if (best.includes('yes')) return [];
  const severity = best.includes('unknown') ? 'unknown' : 'error';
  const requirements = new Map(alternatives.flat().map((one) => [fieldPath(one.path), one]));
  const told = [...requirements.values()]
    .filter((one) => pools.every((pool) => fits(pool(one.key), one) !== 'yes'))
    .map((one) => (severity === 'unknown' ? unknown(one, environment) : missing(one, pools, environment)));
  if (told.length > 0) return told;
  const what = 'no nodes that the settings name have all the labels that it selects, so its Pods stay Pending.';
  return [{ path: [...template.path, 'spec'], what, fix: fixFor(environment), severity }];
}

function verdict(all: readonly Requirement[], pool: NodePool): 'yes' | 'no' | 'unknown' {
  const each = all.map((one) => fits(pool(one.key), one));
  if (each.includes('no')) return 'no';
  return each.includes('unknown') ? 'unknown' : 'yes';
}

function missing(one: Requirement, pools: readonly NodePool[], environment: EksEnvironment): Told {
  const { path, key, values, operator } = one;
  const found = values.length === 0 ? operator : values.join(', ');
  const maker = makerOf(key, environment);
  if (maker !== undefined) {
    const what = `only nodes of ${maker.name} have the label ${key}, and this environment runs without it, so its Pods stay Pending.`;
    return { path, found, what, fix: `${maker.fix}, or select what the node groups have.` };
  }
  const offers = pools.map((pool) => pool(key));
  const offered = [...new Set(offers.flatMap((offer) => (typeof offer === 'string' ? [] : offer)))];
  const has =
    offered.length === 0
      ? `no node that the settings name has the label ${key}`
      : `nodes have ${key} ${offered.join(' or ')}, which is not what ${describe(one)} asks for`;
  // Zones and sizes resemble each other, and say nothing about what was meant.
  const isName = key === NODE_LABELS.managedGroup || !isSystemLabel(key);
  const hint = isName && values.length === 1 ? didYouMean(found, offered) : '';
  return { path, found, what: `${has}, so its Pods stay Pending.${hint}`, fix: fixFor(environment) };
}

function unknown(one: Requirement, { name }: EksEnvironment): Told {
  return {
    path: one.path,
    found: one.values.length === 0 ? one.operator : one.values.join(', '),
    what: `whether a node has what ${describe(one)} asks for is not known: no node group of the settings has the label. Without it, its Pods stay Pending.`,
    fix: `add it to the \`labels\` of the node group that has it, under \`compute\` in environments/${name}/environment.yaml.`,
    severity: 'unknown',
  };
}

function describe({ key, operator, values }: Requirement): string {
  if (values.length === 0) return `"${key} ${operator}"`;
  const text = operator === 'In' && values.length === 1 ? `=${values[0]}` : ` ${operator} (${values.join(', ')})`;
  return `"${key}${text}"`;
}

const fixFor = ({ name }: EksEnvironment) =>
  `select what nodes have, or correct \`compute\` in environments/${name}/environment.yaml.`;

/** Who makes the nodes with such a label, where the environment runs without it. */
function makerOf(
  key: string,
  { compute: { karpenter, autoMode } }: EksEnvironment,
): { readonly name: string; readonly fix: string } | undefined {
  if (key.startsWith(KARPENTER_AWS_LABELS) && !karpenter) return KARPENTER;
  if (key.startsWith(KARPENTER_LABELS) && !karpenter && !autoMode) return KARPENTER;
  return isAutoModeLabel(key) && !autoMode ? AUTO_MODE : undefined;
}

const KARPENTER = { name: 'Karpenter', fix: 'set `compute.karpenter: true` where it runs' };
const AUTO_MODE = { name: 'EKS Auto Mode', fix: 'set `compute.autoMode: true` where it is on' };
