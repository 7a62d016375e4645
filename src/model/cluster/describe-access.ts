import {
  type AccessEntryInput,
  type AssociatedPolicy,
  AUTO_NODE_ENTRY,
  accessPolicyArn,
} from '../../knowledge/aws/access-entries';
import type { Association } from '../../knowledge/aws/pod-identity';
import { defined } from '../defined';
import type { EksEnvironment } from '../environment';
import type { ClusterAccessEntry } from './access';
import { tagsOf } from './describe-compute';
import type { IdentityProviderInput, NodeEntryInput } from './inputs';
import { hasOwnPoolsAlone } from './own-pools';
import { declaredRole } from './role-arn';

/** Who gets into the cluster by the settings. */
export function describeAccessEntries(environment: EksEnvironment): readonly AccessEntryInput[] {
  return (environment.identity.accessEntries ?? []).map((entry) => entryOf(environment, entry));
}

/** The nodes for which EKS makes no entry by itself, whose roles have none of their own yet. */
export function describeNodeEntries(environment: EksEnvironment): readonly NodeEntryInput[] {
  const { clusterName, compute } = environment;
  const { karpenter, karpenterIamRole, selfManagedNodeGroups, nodeIamRole } = compute;
  const known = new Set(describeAccessEntries(environment).map(({ principalArn }) => principalArn));
  const makers: readonly { readonly nodes: NodeEntryInput['nodes']; readonly name: string | undefined }[] = [
    ...(karpenter ? [{ nodes: 'karpenter' as const, name: karpenterIamRole }] : []),
    ...selfManagedNodeGroups.map(({ iamRole = nodeIamRole }) => ({ nodes: 'selfManaged' as const, name: iamRole })),
    ...(hasOwnPoolsAlone(compute) ? [{ nodes: 'autoMode' as const, name: compute.autoModeIamRole }] : []),
  ];
  return makers.flatMap(({ nodes, name }): readonly NodeEntryInput[] => {
    const principalArn = declaredRole(environment, name);
    if (principalArn === undefined || known.has(principalArn)) return [];
    known.add(principalArn);
    const input = { clusterName, principalArn, nodes, ...tagsOf(environment.controlPlane) };
    return nodes === 'autoMode'
      ? [{ ...input, type: AUTO_NODE_ENTRY.type, accessPolicies: [autoNodePolicy(environment)] }]
      : [{ ...input, type: 'EC2_LINUX' as const }];
  });
}

function autoNodePolicy({ partition }: EksEnvironment): AssociatedPolicy {
  return { policyArn: accessPolicyArn(partition, AUTO_NODE_ENTRY.policy), accessScope: { type: 'cluster' } };
}

function entryOf(environment: EksEnvironment, entry: ClusterAccessEntry): AccessEntryInput {
  const { clusterName, partition, controlPlane } = environment;
  const { type, groups, username, policies } = entry;
  const accessPolicies = policies.map(({ name, namespaces }) => ({
    policyArn: accessPolicyArn(partition, name),
    accessScope: {
      type: namespaces === undefined ? ('cluster' as const) : ('namespace' as const),
      ...defined({ namespaces }),
    },
  }));
  return {
    clusterName,
    principalArn: principalOf(environment, entry),
    ...(type === 'STANDARD' ? {} : { type }),
    ...(groups.length === 0 ? {} : { kubernetesGroups: groups }),
    ...defined({ username }),
    ...tagsOf(controlPlane),
    ...(accessPolicies.length === 0 ? {} : { accessPolicies }),
  };
}

/** The ARN of a role or a user of the account; '' where neither is named, which is not loaded. */
export function principalOf(
  environment: EksEnvironment,
  { iamRole, iamUser }: Pick<ClusterAccessEntry, 'iamRole' | 'iamUser'>,
): string {
  const { partition, accountId } = environment;
  if (iamRole !== undefined) return declaredRole(environment, iamRole);
  return iamUser === undefined ? '' : `arn:${partition}:iam::${accountId}:user/${iamUser}`;
}

/** Roles of ServiceAccounts of the platform. */
export function describeAssociations(environment: EksEnvironment): readonly Association[] {
  const { clusterName, identity } = environment;
  return (identity.podIdentityAssociations ?? []).map((one) => ({
    clusterName,
    namespace: one.namespace,
    serviceAccount: one.serviceAccount,
    roleArn: declaredRole(environment, one.iamRole),
    ...defined({
      targetRoleArn: declaredRole(environment, one.targetIamRole),
      disableSessionTags: one.disableSessionTags ? true : undefined,
    }),
  }));
}

/** What people sign in at beside IAM. */
export function describeIdentityProviders(environment: EksEnvironment): readonly IdentityProviderInput[] {
  const { clusterName, identity, controlPlane } = environment;
  return (identity.identityProviders ?? []).map(({ name, requiredClaims, ...oidc }) => ({
    clusterName,
    oidc: {
      identityProviderConfigName: name,
      ...oidc,
      ...(Object.keys(requiredClaims).length === 0 ? {} : { requiredClaims }),
    },
    ...tagsOf(controlPlane),
  }));
}
