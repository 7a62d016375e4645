import { fargateProfileFor } from '../../src/knowledge/aws/fargate';
import type { Problems } from '../shared/problems';
import type { AddOnPlace } from './add-on-place';

const LABELS = { 'app.kubernetes.io/name': 'karpenter', 'app.kubernetes.io/instance': 'karpenter' };

/** Karpenter’s own Pods wait for nodes that only it would make. */
export function judgeKarpenter(place: AddOnPlace | undefined, problems: Problems): void {
  const { eks } = place ?? {};
  if (place === undefined || eks === undefined) return;
  const { managedNodeGroups, selfManagedNodeGroups, fargateProfiles, autoMode } = eks.compute;
  const caught = fargateProfileFor(fargateProfiles, place.namespace, LABELS) !== undefined;
  problems.unless(
    managedNodeGroups.length + selfManagedNodeGroups.length > 0 || autoMode || caught,
    `environment ${eks.name} has neither a node group nor a Fargate profile for namespace ${place.namespace}: Karpenter does not run on nodes that it makes, and never starts.`,
    'describe a node group, or a Fargate profile that catches its Pods, in environment.yaml.',
  );
}
