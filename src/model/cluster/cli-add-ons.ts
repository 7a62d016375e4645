import type { EksEnvironment } from '../environment';
import { listed } from '../lists';
import { type CliStep, step } from './cli-step';
import type { DescribedCluster } from './inputs';
import type { LeftOut } from './left-out';

/**
 * EKS has refused PRESERVE of a call that makes an add-on, and by now takes it for NONE there.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAddon.html
 * @see https://github.com/eksctl-io/eksctl/pull/5880 (read in November 2026)
 */
export function addOnSteps({ addons }: DescribedCluster): readonly CliStep[] {
  return addons.map((input) => {
    const { resolveConflicts } = input;
    return step('eks create-addon', input.addonName, {
      ...input,
      resolveConflicts: resolveConflicts === 'PRESERVE' ? 'NONE' : resolveConflicts,
    });
  });
}

/** What only a change of an add-on takes. */
export function updatedAddOns({ addOns, clusterName }: EksEnvironment): readonly LeftOut[] {
  const kept = addOns.filter(({ resolveConflicts }) => resolveConflicts === 'PRESERVE').map(({ name }) => name);
  if (kept.length === 0) return [];
  const why = `PRESERVE of ${listed(kept)} is for changes: there is nothing to keep when an add-on is made, which says NONE here. Give it to \`aws eks update-addon --cluster-name ${clusterName} --resolve-conflicts PRESERVE\`.`;
  return [{ setting: 'addOns[].resolveConflicts', why }];
}
