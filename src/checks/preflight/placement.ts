import { fargateProfileFor } from '../../knowledge/aws/fargate';
import { instanceSize } from '../../knowledge/aws/instance-sizes';
import { defined } from '../../model/defined';
import type { EksEnvironment, ManagedNodeGroup } from '../../model/environment';
import type { Facts } from '../../model/facts';
import type { Finding } from '../../model/finding';
import { describeIdentity } from '../../model/identity';
import type { PodTemplate } from '../../model/pod-spec';
import { check } from '../engine/check';
import { requestedOf } from '../reads/fargate-sizing';
import { banFargatePod } from '../rules/eks/ban-fargate-pod';
import { noMissingNode } from '../rules/eks/no-missing-node';
import { validFargateSize } from '../rules/eks/valid-fargate-size';
import { type Judged, type PreflightCheck, type PreflightContext, problem, unknown } from './preflight-check';

/** Rules that tell where Pods can run. */
const PLACES = [noMissingNode, banFargatePod, validFargateSize];

/** The environment as the cluster has it, where the settings say otherwise. */
export function liveEnvironment(environment: EksEnvironment, facts: Facts): EksEnvironment {
  const { compute } = environment;
  return {
    ...environment,
    compute: {
      ...compute,
      ...defined({
        autoMode: facts.cluster.autoMode,
        managedNodeGroups: facts.nodeGroups?.map(groupOf),
        fargateProfiles: facts.fargateProfiles,
      }),
    },
  };
}

function groupOf({ name, instanceTypes = [], labels = {}, capacityType }: NonNullable<Facts['nodeGroups']>[number]) {
  const known = CAPACITY.find((one) => one === capacityType) ?? 'ON_DEMAND';
  return { name, instanceTypes, labels, capacityType: known } satisfies ManagedNodeGroup;
}

const CAPACITY = ['ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK'] as const;

export const placement: PreflightCheck = {
  id: 'placement',
  asks: 'The Pods find the nodes and profiles that the cluster has, as they find those of the settings.',
  needs: ['nodeGroups', 'fargateProfiles'],
  fine: 'the Pods find nodes and profiles as they do by the settings.',
  judge(context) {
    const { environment, facts } = context;
    // What facts say of the declared node groups, such as their taints, the settings alone do not know.
    const { facts: _read, ...settings } = environment;
    const declared = new Set(judge(settings, context).map(keyOf));
    return judge(liveEnvironment(environment, facts), context)
      .filter((one) => one.severity !== 'warning' && !declared.has(keyOf(one)))
      .map(({ severity, object, message, fix = '' }) => {
        const subject = describeIdentity(object);
        const told = `with the node groups and profiles that the cluster has: ${message.slice(message.indexOf(': ') + 2)}`;
        return severity === 'unknown' ? unknown(subject, told, fix) : problem(subject, told, fix);
      });
  },
};

function judge(environment: EksEnvironment, { objects, schemas }: PreflightContext): readonly Finding[] {
  return check({ environment, objects, schemas, appOwners: new Map(), environments: [] }, PLACES).findings;
}

function keyOf({ rule, object, field }: Finding): string {
  return `${rule} ${describeIdentity(object)} ${field}`;
}

const GIB = 1024 ** 3;
/** Of an instance that Pods never get for certain: for the kubelet, the system, and a tenth of the memory below that. */
const SURE = 0.9;

export const largestNode: PreflightCheck = {
  id: 'largest-node',
  asks: 'The largest node of the node groups has room for each Pod.',
  needs: ['nodeGroups', 'fargateProfiles'],
  fine: 'the largest node has room for each Pod.',
  judge(context) {
    const { environment, facts, index } = context;
    const { karpenter, selfManagedNodeGroups } = environment.compute;
    const autoMode = facts.cluster.autoMode ?? environment.compute.autoMode;
    const types = (facts.nodeGroups ?? []).flatMap(({ instanceTypes = [] }) => instanceTypes);
    // Karpenter and Auto Mode make the node that a Pod needs.
    if (karpenter || autoMode || selfManagedNodeGroups.length > 0 || types.length === 0) return [];
    const sizes = types.map(instanceSize);
    if (sizes.some((size) => size === undefined)) return [];
    const known = sizes.filter((size) => size !== undefined);
    const most = { cpu: Math.max(...known.map((one) => one.cpu)), memory: Math.max(...known.map((one) => one.memory)) };
    return index.templates
      .filter((one) => !isOnFargate(one, facts) && one.owner.kind !== 'DaemonSet')
      .flatMap((template) => judgeSize(template, most, context));
  },
};

function isOnFargate({ owner, labels }: PodTemplate, { fargateProfiles = [] }: Facts): boolean {
  return fargateProfileFor(fargateProfiles, owner.namespace ?? '', labels) !== undefined;
}

function judgeSize(
  template: PodTemplate,
  most: { cpu: number; memory: number },
  { index }: PreflightContext,
): readonly Judged[] {
  const cpu = requestedOf(template, 'cpu', index);
  const memory = requestedOf(template, 'memory', index) / GIB;
  const subject = describeIdentity(template.owner);
  const asks = `a Pod requests ${cpu} CPUs and ${Math.round(memory * 100) / 100} GiB, and the largest node has ${most.cpu} and ${most.memory}`;
  const fix = 'request less, or add a node group of larger instances.';
  if (cpu > most.cpu || memory > most.memory) return [problem(subject, `${asks}: it stays Pending.`, fix)];
  if (cpu <= most.cpu * SURE && memory <= most.memory * SURE) return [];
  return [unknown(subject, `${asks}, of which the system takes its part: whether it fits is not known.`, fix)];
}
