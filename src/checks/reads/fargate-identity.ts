import { fargateProfileFor } from '../../knowledge/aws/fargate';
import { ASSOCIATION_KIND } from '../../knowledge/aws/pod-identity';
import { associationOf } from '../../model/associations';
import type { FargateProfile } from '../../model/environment';
import { textAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import type { ObjectIndex } from '../engine/object-index';
import type { RuleFinding } from '../engine/rule';

/**
 * What is said of a Pod on Fargate that gets its IAM role by Pod Identity, whose agent is a DaemonSet: it starts, and has
 * no credentials. Where the profile takes every Pod of the namespace, that is true of the association itself; here the Pod's own labels decide.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
export function fargateIdentity(
  { owner, path, spec }: PodTemplate,
  index: ObjectIndex,
  profile: FargateProfile,
): RuleFinding | undefined {
  const namespace = owner.namespace ?? '';
  if (fargateProfileFor([profile], namespace, {}) !== undefined) return undefined;
  const name = textAt(spec, 'serviceAccountName') ?? 'default';
  const account = index.find({ group: '', kind: 'ServiceAccount', namespace, name });
  const associations = index.ofKind(ASSOCIATION_KIND.group, ASSOCIATION_KIND.kind).map(associationOf);
  const isAsked =
    (account !== undefined && associationOf(account) !== undefined) ||
    associations.some((one) => one?.namespace === namespace && one.serviceAccount === name);
  if (!isAsked) return undefined;
  return {
    path: [...path, 'spec', 'serviceAccountName'],
    found: name,
    what: `Fargate profile "${profile.name}" catches its Pods, and ServiceAccount "${name}" has its IAM role by Pod Identity, which is not there. They start, and AWS refuses their calls.`,
    fix: 'use IRSA: say `fargate: true` on the AwsIdentity, or annotate the ServiceAccount.',
  };
}
