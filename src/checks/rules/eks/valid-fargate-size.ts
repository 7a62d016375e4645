import { fargateProfileFor } from '../../../knowledge/aws/fargate';
import { FARGATE_OVERHEAD_GIB, type FargateSize, fargateSizeOf } from '../../../knowledge/aws/fargate-sizes';
import { type FargateSizing, fargateText } from '../../../model/fargate-size';
import { fargateSizingOf } from '../../../model/placement/pod-request';
import type { PodRule } from '../../engine/rule';

export const validFargateSize: PodRule = {
  id: 'eks/valid-fargate-size',
  severity: 'warning',
  summary: 'What Pods on Fargate request leaves room for what Fargate adds to it.',
  why: 'Fargate adds 256 MiB to the memory of each Pod and rounds up to the next size, which is what is billed. A request of exactly one size is lifted to the next by that alone, at up to twice the price.',
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html'],
  checkPod(template, { environment, index }, tell) {
    if (environment.platform !== 'eks' || template.owner.kind === 'DaemonSet') return;
    const namespace = template.owner.namespace ?? '';
    const profile = fargateProfileFor(environment.compute.fargateProfiles, namespace, template.labels);
    if (profile === undefined) return;
    const sizing = fargateSizingOf(template, index);
    const smaller = smallerSize(sizing);
    if (smaller === undefined) return;
    const [requested, billed] = [fargateText(sizing.requested), fargateText(sizing.billed ?? smaller)];
    tell({
      path: [...template.path, 'spec'],
      found: requested,
      what: `Fargate profile "${profile.name}" catches its Pods, each of which requests ${requested}. With the 256 MiB that Fargate adds, ${billed} are paid for; without them, ${fargateText(smaller)} would be enough.`,
      fix: `request ${(smaller.memoryGiB - FARGATE_OVERHEAD_GIB) * 1024}Mi of memory or less in all.`,
    });
  },
};

/** The size that would do but for what Fargate adds; undefined where that changes nothing. */
function smallerSize({ requested, billed }: FargateSizing): FargateSize | undefined {
  const alone = fargateSizeOf(requested.vcpu, requested.memoryGiB);
  const isSame = alone?.vcpu === billed?.vcpu && alone?.memoryGiB === billed?.memoryGiB;
  return billed === undefined || isSame ? undefined : alone;
}
