import type { EksSettings } from '../schema';
import { repeats, type Say } from './rule';

/** Names are unique within their kind, and Fargate has subnets to start Pods in. */
export function computeProblems({ compute, network }: EksSettings, say: Say): void {
  for (const [list, what] of [
    ['managedNodeGroups', 'node group'],
    ['selfManagedNodeGroups', 'node group'],
    ['fargateProfiles', 'Fargate profile'],
  ] as const) {
    const named: readonly { readonly name: string }[] = compute[list];
    repeats(
      named,
      ({ name }) => name,
      ({ name }, index) =>
        say(
          ['compute', list, index, 'name'],
          `a ${what} called ${name} is already in the list.`,
          'rename one of them.',
        ),
    );
  }
  if (compute.fargateProfiles.length > 0 && network.subnets.private.length === 0) {
    const message = 'Fargate starts Pods in private subnets only, and none is listed.';
    say(['compute', 'fargateProfiles'], message, 'list private subnets under `network.subnets.private`.');
  }
}
