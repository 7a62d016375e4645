import type { AccessEntryInput } from '../../knowledge/aws/access-entries';
import { type CliStep, step } from './cli-step';
import type { DescribedCluster } from './inputs';

/** EKS takes an entry in one call, and each of its policies in another. */
export function cliAccess({ accessEntries, nodeEntries, associations }: DescribedCluster): readonly CliStep[] {
  const ofNodes = nodeEntries.map(({ nodes: _nodes, ...entry }) => entry);
  return [
    ...[...accessEntries, ...ofNodes].flatMap(entrySteps),
    ...associations.map((input) =>
      step('eks create-pod-identity-association', `${input.namespace}-${input.serviceAccount}`, input),
    ),
  ];
}

function entrySteps({ accessPolicies = [], ...entry }: AccessEntryInput): readonly CliStep[] {
  const { clusterName, principalArn } = entry;
  const name = principalArn.split('/').at(-1) ?? principalArn;
  return [
    step('eks create-access-entry', name, entry),
    ...accessPolicies.map((policy) =>
      step('eks associate-access-policy', `${name}-${policy.policyArn.split('/').at(-1)}`, {
        clusterName,
        principalArn,
        ...policy,
      }),
    ),
  ];
}
