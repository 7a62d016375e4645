import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import type { PodRule } from '../../engine/rule';

export const noMissingFargateProfile: PodRule = {
  id: 'eks/no-missing-fargate-profile',
  severity: 'warning',
  summary:
    'The Fargate profile that takes Pods by the settings takes them on the cluster too, by the last reading of it.',
  why: 'The settings say which profile takes a Pod, and its size, identity and volumes are made for Fargate. Where the cluster has no such profile, the Pod looks for a node, and stays Pending on a cluster without nodes. It speaks where facts.json holds the profiles.',
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html'],
  checkPod({ owner, path, labels }, { environment }, tell) {
    if (environment.platform !== 'eks') return;
    const live = environment.facts?.fargateProfiles;
    const namespace = owner.namespace ?? '';
    const declared = fargateProfileFor(environment.compute.fargateProfiles, namespace, labels);
    if (live === undefined || declared === undefined) return;
    const found = fargateProfileFor(live, namespace, labels);
    if (found?.name === declared.name) return;
    const instead =
      found === undefined ? 'no profile of the cluster does' : `on the cluster profile ${found.name} does`;
    tell({
      path: [...path, 'metadata', 'labels'],
      found: found?.name ?? 'none',
      wanted: declared.name,
      what: `Fargate profile ${declared.name} takes its Pods by the settings, and ${instead} by facts.json: ${found === undefined ? 'they look for a node' : 'they run with the subnets and the role of another profile'}.`,
      fix: `make the profile on the cluster, or correct compute.fargateProfiles in environments/${environment.name}/environment.yaml; then run \`cdk8s-eks facts refresh ${environment.name}\`.`,
    });
  },
};
