import { fargateProfileFor } from '../../knowledge/aws/fargate';
import { type InstanceSize, instanceSize, sureRoom } from '../../knowledge/aws/instance-sizes';
import { describeIdentity } from '../../model/identity';
import { requestedOf } from '../../model/placement/pod-request';
import type { PodTemplate } from '../../model/pod-spec';
import { type Judged, ok, type PreflightCheck, type PreflightContext, problem, unknown } from './preflight-check';

const GIB = 1024 ** 3;

/** Instance types of the node groups, and what is known of them. */
interface Nodes {
  readonly sizes: readonly InstanceSize[];
  /** Types whose size their name does not tell, and groups that name no type. */
  readonly unsized: readonly string[];
}

export const largestNode: PreflightCheck = {
  id: 'largest-node',
  asks: 'The largest node of the node groups has room for each Pod.',
  needs: ['nodeGroups', 'fargateProfiles'],
  fine: 'the largest node has room for each Pod.',
  judge(context) {
    const { environment, facts, index } = context;
    const { karpenter, autoMode = false } = { ...environment.compute, ...liveAutoMode(context) };
    if (karpenter || autoMode)
      return [ok('the nodes', `${karpenter ? 'Karpenter' : 'EKS Auto Mode'} makes nodes of the size that Pods need.`)];
    const nodes = nodesOf(context);
    const { fargateProfiles = [] } = facts;
    return index.templates
      .filter(({ owner, labels }) => fargateProfileFor(fargateProfiles, owner.namespace ?? '', labels) === undefined)
      .filter(({ owner }) => owner.kind !== 'DaemonSet')
      .flatMap((template) => judgeSize(template, nodes, context));
  },
};

function liveAutoMode({ facts }: PreflightContext) {
  const { autoMode } = facts.cluster;
  return autoMode === undefined ? {} : { autoMode };
}

function nodesOf({ environment, facts }: PreflightContext): Nodes {
  const groups = [...(facts.nodeGroups ?? []), ...environment.compute.selfManagedNodeGroups];
  const types = [...new Set(groups.flatMap(({ instanceTypes = [] }) => instanceTypes))];
  const sized = types.map((type) => ({ type, size: instanceSize(type) }));
  return {
    sizes: sized.flatMap(({ size }) => size ?? []),
    unsized: [
      ...sized.flatMap(({ type, size }) => (size === undefined ? [type] : [])),
      ...groups.filter(({ instanceTypes = [] }) => instanceTypes.length === 0).map(({ name }) => `node group ${name}`),
    ],
  };
}

function judgeSize(template: PodTemplate, { sizes, unsized }: Nodes, { index }: PreflightContext): readonly Judged[] {
  const asked = { cpu: requestedOf(template, 'cpu', index), memory: requestedOf(template, 'memory', index) / GIB };
  const subject = describeIdentity(template.owner);
  const fits = (room: InstanceSize) => asked.cpu <= room.cpu && asked.memory <= room.memory;
  if (sizes.map(sureRoom).some(fits)) return [];
  const pod = `a Pod requests ${sizeText(asked)}`;
  const fix = 'request less, or add a node group of larger instances.';
  if (unsized.length > 0)
    return [
      unknown(
        subject,
        `${pod}, and the size of ${unsized.join(', ')} is not known here.`,
        'see whether its nodes have room for it.',
      ),
    ];
  if (sizes.length === 0)
    return [
      problem(
        subject,
        `${pod}, and the cluster has no node group: it stays Pending.`,
        'add a node group, or a Fargate profile that takes it.',
      ),
    ];
  const most = [...sizes].sort((a, b) => b.memory - a.memory || b.cpu - a.cpu).map(sizeText)[0];
  if (!sizes.some(fits))
    return [
      problem(
        subject,
        `${pod}, and no instance of the node groups has as much (the largest has ${most}): it stays Pending.`,
        fix,
      ),
    ];
  return [
    unknown(
      subject,
      `${pod}, and the largest instance has ${most}, of which the system takes its part: whether it fits is not known.`,
      fix,
    ),
  ];
}

function sizeText({ cpu, memory }: InstanceSize): string {
  return `${cpu} CPUs and ${Math.round(memory * 100) / 100} GiB`;
}
