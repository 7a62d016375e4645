import type { ClusterFacts, Facts } from '../../../model/facts';
import { clusterArn, ownerArn, ownRoleArn, principalArn, roleArn, type Whose } from './arns';
import {
  at,
  cidr,
  day,
  each,
  matches,
  minorVersion,
  securityGroupId,
  subnetId,
  twice,
  vpcId,
  type WrongFact,
  whole,
} from './form';

/** Values that EKS does not give, or not of this cluster: somebody wrote them by hand, or mixed two files. */
export function wrongFacts(facts: Facts, whose: Whose): readonly WrongFact[] {
  return [
    ...wrongCluster(facts.cluster, whose),
    ...wrongNodeGroups(facts, whose),
    ...wrongProfiles(facts, whose),
    ...wrongAddOns(facts, whose),
    ...wrongAccess(facts, whose),
    ...wrongCalendar(facts),
  ];
}

function wrongCluster(cluster: ClusterFacts, whose: Whose): readonly WrongFact[] {
  const { arn, kubernetesVersion, publicAccessCidrs, serviceIpv4Cidr, remoteNodeCidrs, remotePodCidrs } = cluster;
  const ownRole = ownRoleArn(whose);
  return [
    ...at(['cluster', 'arn'], arn, clusterArn(whose)),
    ...at(['cluster', 'kubernetesVersion'], kubernetesVersion, minorVersion),
    ...at(['cluster', 'roleArn'], cluster.roleArn, ownRole),
    ...at(['cluster', 'autoModeNodeRoleArn'], cluster.autoModeNodeRoleArn, ownRole),
    ...at(['cluster', 'vpcId'], cluster.vpcId, vpcId),
    ...at(['cluster', 'clusterSecurityGroupId'], cluster.clusterSecurityGroupId, securityGroupId),
    ...each(['cluster', 'securityGroupIds'], cluster.securityGroupIds, securityGroupId),
    ...each(['cluster', 'subnetIds'], cluster.subnetIds, subnetId),
    ...each(['cluster', 'publicAccessCidrs'], publicAccessCidrs, cidr),
    ...at(['cluster', 'serviceIpv4Cidr'], serviceIpv4Cidr, cidr),
    ...each(['cluster', 'remoteNodeCidrs'], remoteNodeCidrs, cidr),
    ...each(['cluster', 'remotePodCidrs'], remotePodCidrs, cidr),
    ...at(['cluster', 'oidcIssuer'], cluster.oidcIssuer, matches(/^[^:]+$/, 'an issuer without its https://')),
  ];
}

const instanceType = matches(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'an instance type, such as "m7i.large"');
const taintEffect = matches(
  /^(NO_SCHEDULE|PREFER_NO_SCHEDULE|NO_EXECUTE)$/,
  'an effect as EKS spells it: NO_SCHEDULE, PREFER_NO_SCHEDULE or NO_EXECUTE',
);

function wrongNodeGroups({ nodeGroups }: Facts, whose: Whose): readonly WrongFact[] {
  return [
    ...twice(['nodeGroups'], nodeGroups, ({ name }) => `node group ${name}`),
    ...(nodeGroups ?? []).flatMap((group, index) => {
      const path = ['nodeGroups', index];
      const { minSize, maxSize } = group;
      const isTurned = minSize !== undefined && maxSize !== undefined && minSize > maxSize;
      return [
        ...at([...path, 'kubernetesVersion'], group.kubernetesVersion, minorVersion),
        ...at([...path, 'nodeRoleArn'], group.nodeRoleArn, ownRoleArn(whose)),
        ...each([...path, 'subnetIds'], group.subnetIds, subnetId),
        ...each([...path, 'instanceTypes'], group.instanceTypes, instanceType),
        ...(group.taints ?? []).flatMap(({ effect }, one) =>
          at([...path, 'taints', one, 'effect'], effect, taintEffect),
        ),
        ...whole([...path, 'minSize'], minSize, 0),
        ...whole([...path, 'maxSize'], maxSize, 0),
        ...whole([...path, 'diskSize'], group.diskSize, 1),
        ...(isTurned
          ? [{ path: [...path, 'minSize'], message: `${minSize} is more than maxSize, which is ${maxSize}.` }]
          : []),
      ];
    }),
  ];
}

function wrongProfiles({ fargateProfiles }: Facts, whose: Whose): readonly WrongFact[] {
  return [
    ...twice(['fargateProfiles'], fargateProfiles, ({ name }) => `Fargate profile ${name}`),
    ...(fargateProfiles ?? []).flatMap(({ podExecutionRoleArn, subnetIds }, index) => [
      ...at(['fargateProfiles', index, 'podExecutionRoleArn'], podExecutionRoleArn, ownRoleArn(whose)),
      ...each(['fargateProfiles', index, 'subnetIds'], subnetIds, subnetId),
    ]),
  ];
}

function wrongAddOns({ addOns, addOnVersions, capabilities }: Facts, whose: Whose): readonly WrongFact[] {
  return [
    ...twice(['addOns'], addOns, ({ name }) => `add-on ${name}`),
    ...(addOns ?? []).flatMap((one, index) => at(['addOns', index, 'roleArn'], one.roleArn, roleArn)),
    ...twice(['addOnVersions'], addOnVersions, (one) => `add-on ${one.name} for ${one.kubernetesVersion}`),
    ...(addOnVersions ?? []).flatMap((one, index) =>
      at(['addOnVersions', index, 'kubernetesVersion'], one.kubernetesVersion, minorVersion),
    ),
    ...twice(['capabilities'], capabilities, ({ name }) => `capability ${name}`),
    ...(capabilities ?? []).flatMap((one, index) =>
      at(['capabilities', index, 'roleArn'], one.roleArn, ownRoleArn(whose)),
    ),
  ];
}

function wrongAccess(facts: Facts, whose: Whose): readonly WrongFact[] {
  const { accessEntries, podIdentityAssociations, identityProviders } = facts;
  return [
    ...twice(['accessEntries'], accessEntries, (one) => `the access entry of ${one.principalArn}`),
    ...(accessEntries ?? []).flatMap((one, index) =>
      at(['accessEntries', index, 'principalArn'], one.principalArn, principalArn),
    ),
    ...twice(
      ['podIdentityAssociations'],
      podIdentityAssociations,
      (one) => `the association of ${one.namespace}/${one.serviceAccount}`,
    ),
    ...(podIdentityAssociations ?? []).flatMap((one, index) => [
      ...at(['podIdentityAssociations', index, 'roleArn'], one.roleArn, ownRoleArn(whose)),
      ...at(['podIdentityAssociations', index, 'targetRoleArn'], one.targetRoleArn, roleArn),
      ...at(['podIdentityAssociations', index, 'ownerArn'], one.ownerArn, ownerArn(whose)),
    ]),
    ...twice(['identityProviders'], identityProviders, ({ name }) => `identity provider ${name}`),
  ];
}

function wrongCalendar({ clusterVersions }: Facts): readonly WrongFact[] {
  return (clusterVersions ?? []).flatMap((one, index) => {
    const path = ['clusterVersions', index];
    const { endOfStandardSupport: standard, endOfExtendedSupport: extended } = one;
    const days = [
      ...at([...path, 'endOfStandardSupport'], standard, day),
      ...at([...path, 'endOfExtendedSupport'], extended, day),
    ];
    const isTurned = days.length === 0 && standard !== undefined && extended !== undefined && extended < standard;
    return [
      ...at([...path, 'version'], one.version, minorVersion),
      ...days,
      ...(isTurned
        ? [
            {
              path: [...path, 'endOfExtendedSupport'],
              message: `${extended} is before the end of standard support, ${standard}.`,
            },
          ]
        : []),
    ];
  });
}
