import { defined } from '../../model/defined';
import type { EksEnvironment, ManagedNodeGroup } from '../../model/environment';
import type { Facts } from '../../model/facts';
import type { Finding } from '../../model/finding';
import { describeIdentity } from '../../model/identity';
import { check } from '../engine/check';
import { banFargatePod } from '../rules/eks/ban-fargate-pod';
import { noMissingNode } from '../rules/eks/no-missing-node';
import { validFargateSize } from '../rules/eks/valid-fargate-size';
import { type PreflightCheck, type PreflightContext, problem, unknown } from './preflight-check';

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
