import { fargateProfileFor } from '../../knowledge/aws/fargate';
import { WITHOUT_POD_GROUPS } from '../../knowledge/aws/security-groups';
import type { EksEnvironment } from '../../model/environment';
import { at, mapAt, textAt } from '../../model/json';
import { matchesLabels } from '../../model/label-match';
import type { PodTemplate } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { ObjectIndex } from '../engine/object-index';

/** The Pods that a SecurityGroupPolicy selects, of those that are rendered: by their labels and by their ServiceAccount's. */
export function selectedByPolicy(policy: RenderedObject, index: ObjectIndex): readonly PodTemplate[] {
  const namespace = policy.namespace ?? '';
  const pods = at(policy.value, 'spec', 'podSelector');
  const accounts = at(policy.value, 'spec', 'serviceAccountSelector');
  if (pods === undefined && accounts === undefined) return [];
  return index.templatesIn(namespace).filter((template) => {
    if (pods !== undefined && !matchesLabels(pods, template.labels)) return false;
    return accounts === undefined || matchesLabels(accounts, accountLabels(template, namespace, index));
  });
}

function accountLabels(
  { spec }: PodTemplate,
  namespace: string,
  index: ObjectIndex,
): Readonly<Record<string, unknown>> {
  const name = textAt(spec, 'serviceAccountName') ?? 'default';
  return mapAt(index.find({ group: '', kind: 'ServiceAccount', namespace, name })?.value, 'metadata', 'labels');
}

/**
 * Why no node of the environment gives single Pods security groups, as a part of a sentence; undefined where some may.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html
 */
export function noPodGroups({ compute }: EksEnvironment): string | undefined {
  const groups = [...compute.managedNodeGroups, ...compute.selfManagedNodeGroups];
  if (compute.karpenter) return undefined;
  if (groups.length === 0)
    return compute.autoMode ? 'nodes of EKS Auto Mode take security groups from their NodeClass alone' : undefined;
  const types = groups.flatMap(({ instanceTypes }) => (instanceTypes.length === 0 ? ['unknown'] : instanceTypes));
  if (!types.every((type) => WITHOUT_POD_GROUPS.test(type))) return undefined;
  return `instances of the families t (${types.join(', ')}) have no network interfaces for single Pods`;
}

/** Whether a Fargate profile catches the Pods: there a SecurityGroupPolicy always holds, and a NetworkPolicy never. */
export function isOnFargate({ owner, labels }: PodTemplate, { compute }: EksEnvironment): boolean {
  return fargateProfileFor(compute.fargateProfiles, owner.namespace ?? '', labels) !== undefined;
}
