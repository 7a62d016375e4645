import type { FieldVerdict } from '../field-verdict';
import { mapAt, numberAt } from '../json';

const KUBELET = ['spec', 'kubelet'] as const;

/** What the nodes' kubelet is told. From Karpenter 1.15 the controller alone judges it: the class is then never ready. */
export function judgeKubelet(nodeClass: unknown): readonly FieldVerdict[] {
  const soft = Object.keys(mapAt(nodeClass, ...KUBELET, 'evictionSoft'));
  const grace = Object.keys(mapAt(nodeClass, ...KUBELET, 'evictionSoftGracePeriod'));
  const lonely = [
    ...soft
      .filter((key) => !grace.includes(key))
      .map((key) => ({ key, in: 'evictionSoft', not: 'evictionSoftGracePeriod' })),
    ...grace
      .filter((key) => !soft.includes(key))
      .map((key) => ({ key, in: 'evictionSoftGracePeriod', not: 'evictionSoft' })),
  ];
  const verdicts: FieldVerdict[] = lonely.map((one) => ({
    path: [...KUBELET, one.in, one.key],
    found: one.key,
    what: `${one.in} has ${one.key}, and ${one.not} has not; the class is refused.`,
    fix: `add ${one.key} to ${one.not}.`,
  }));
  const high = numberAt(nodeClass, ...KUBELET, 'imageGCHighThresholdPercent');
  const low = numberAt(nodeClass, ...KUBELET, 'imageGCLowThresholdPercent');
  if (high !== undefined && low !== undefined && high <= low)
    verdicts.push({
      path: [...KUBELET, 'imageGCHighThresholdPercent'],
      found: String(high),
      wanted: `above ${low}`,
      what: `imageGCHighThresholdPercent is ${high} and imageGCLowThresholdPercent ${low}; the class is refused.`,
      fix: 'raise the first above the second.',
    });
  return verdicts;
}
