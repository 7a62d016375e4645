import { FARGATE_TAINT, fargateProfileFor } from '../../../knowledge/aws/fargate';
import { reachesFargateNodes } from '../../../model/placement/fargate-nodes';
import type { PodRule } from '../../engine/rule';

export const banFargateDaemonSet: PodRule = {
  id: 'eks/ban-fargate-daemon-set',
  severity: 'warning',
  summary: 'DaemonSets that tolerate every taint leave nodes of Fargate out where there are Fargate profiles.',
  why: 'Each Pod on Fargate has a node of its own, with a taint. A DaemonSet that tolerates it gets a Pod for each of these nodes as well, and Fargate never runs one: they stay Pending, and the rollout never completes.',
  see: [
    'https://github.com/aws/amazon-cloudwatch-agent-operator/issues/183',
    'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html',
  ],
  checkPod({ owner, labels, path, spec }, { environment }, tell) {
    if (owner.kind !== 'DaemonSet' || environment.platform !== 'eks') return;
    const { fargateProfiles } = environment.compute;
    // One that a profile takes is the matter of eks/ban-fargate-pod.
    if (fargateProfiles.length === 0 || fargateProfileFor(fargateProfiles, owner.namespace ?? '', labels)) return;
    if (!reachesFargateNodes(spec)) return;
    const { key, value } = FARGATE_TAINT;
    tell({
      path: [...path, 'spec', 'tolerations'],
      what: `it tolerates the taint ${key}=${value}, and ${environment.name} has Fargate profiles: each Pod on Fargate brings a node, for which a Pod of the DaemonSet is made that stays Pending. The rollout never completes.`,
      fix: `add required node affinity to each term: \`{ key: ${key}, operator: NotIn, values: [${value}] }\`.`,
    });
  },
};
