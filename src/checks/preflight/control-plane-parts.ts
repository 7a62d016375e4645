import { declaredRole } from '../../model/cluster/role-arn';
import type { Subnet } from '../../model/environment';
import { textAt } from '../../model/json';
import { comparedParts, type Part, setText } from './parts';
import type { PreflightCheck, PreflightContext } from './preflight-check';

export const controlPlaneParts: PreflightCheck = {
  id: 'control-plane-parts',
  asks: 'The role, subnets, security groups, addresses and remote networks of the control plane are those that the settings name.',
  needs: [],
  fine: 'the parts of the control plane that the settings name are those of the cluster.',
  judge(context) {
    const { environment } = context;
    return [
      ...comparedParts(environment, 'the control plane', changeable(context), 'update the cluster'),
      ...comparedParts(environment, 'the control plane', fixed(context), 'make another cluster'),
    ];
  },
};

function changeable({ environment, facts: { cluster } }: PreflightContext): readonly Part[] {
  const { controlPlane, network } = environment;
  const { securityGroups, remoteNetworks, scalingTier } = controlPlane;
  const { controlPlane: chosen = [] } = network.subnets;
  const groups = securityGroups.map((name) => textAt(network.securityGroups, name) ?? name);
  return [
    {
      field: 'subnets',
      says: chosen.length === 0 ? undefined : setText(chosen.map(idOf)),
      is: setText(cluster.subnetIds),
      after: 'It has its addresses in other zones than were reviewed',
    },
    {
      field: 'security groups',
      says: groups.length === 0 ? undefined : setText(groups),
      is: setText(cluster.securityGroupIds),
      after: 'Others reach it, and it reaches others, than were reviewed',
    },
    {
      field: 'scaling tier',
      says: scalingTier === 'standard' && cluster.controlPlaneTier === undefined ? undefined : scalingTier,
      is: cluster.controlPlaneTier,
      after: 'It takes another load, for another price, than was reviewed',
    },
    {
      field: 'networks of hybrid nodes',
      says: setText(remoteNetworks?.nodes),
      is: setText(cluster.remoteNodeCidrs),
      after: 'It does not reach the kubelets there',
    },
    {
      field: 'networks of Pods on hybrid nodes',
      says: remoteNetworks === undefined || remoteNetworks.pods.length === 0 ? undefined : setText(remoteNetworks.pods),
      is: setText(cluster.remotePodCidrs),
      after: 'It does not reach the webhooks there',
    },
  ];
}

/** What EKS takes at creation alone. */
function fixed({ environment, facts: { cluster } }: PreflightContext): readonly Part[] {
  const { iamRole, ipFamily, serviceCidr } = environment.controlPlane;
  return [
    {
      field: 'role',
      says: declaredRole(environment, iamRole),
      is: cluster.roleArn,
      after: 'EKS acts with other rights than were reviewed',
    },
    {
      field: 'family of addresses',
      says: ipFamily === 'ipv4' && cluster.ipFamily === undefined ? undefined : ipFamily,
      is: cluster.ipFamily,
      after: 'Pods and Services have addresses of the other family than policies and load balancers are made for',
    },
    {
      field: 'addresses of Services',
      says: serviceCidr,
      is: cluster.serviceIpv4Cidr,
      after: 'Services get addresses that nobody set aside for them',
    },
  ];
}

const idOf = ({ id }: Subnet) => id;
