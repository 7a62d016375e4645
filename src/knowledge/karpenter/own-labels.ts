import { KARPENTER_AWS_LABELS, KARPENTER_LABELS, NODE_LABELS } from '../aws/node-labels';
import type { NodeMaker } from './kinds';
import { REQUIREMENT_LABELS } from './requirements';

const LABELS = Object.values(REQUIREMENT_LABELS);

/** Labels that Karpenter sets itself and that have no property here, or came after 1.14. */
const FURTHER = ['karpenter.k8s.aws/ec2nodeclass', 'karpenter.k8s.aws/nitro-sandbox'];

/** All values that a label can have; undefined where that is open. */
export function closedValuesOf(key: string): readonly string[] | undefined {
  return LABELS.find(({ karpenter, autoMode }) => key === karpenter || key === autoMode)?.values;
}

/** Whether a maker of nodes knows a label and sets it from what a node is; any other label is one of your own. */
export function isWellKnown(key: string, maker: NodeMaker): boolean {
  return LABELS.some((label) => label[maker] === key) || (maker === 'karpenter' && FURTHER.includes(key));
}

/** The same label as the other maker spells it; undefined where it has none. */
export function spelledFor(key: string, maker: NodeMaker): string | undefined {
  return LABELS.find(({ karpenter, autoMode }) => key === karpenter || key === autoMode)?.[maker];
}

/**
 * Why a pool may not ask for a label, or set it, as a clause after "the label x"; undefined where it may.
 * @see https://github.com/kubernetes-sigs/karpenter/blob/v1.14.0/pkg/apis/v1/labels.go (IsRestrictedLabel)
 */
export function refusedLabel(key: string, maker: NodeMaker): string | undefined {
  if (key === NODE_LABELS.pool || key === 'kubernetes.io/hostname')
    return 'is set by itself, and says which node it is of which pool';
  if (key.startsWith(KARPENTER_LABELS) && key !== NODE_LABELS.capacity) return 'is in Karpenter’s own domain';
  if (!key.startsWith(KARPENTER_AWS_LABELS)) return undefined;
  if (maker === 'autoMode') return 'does not exist on EKS Auto Mode';
  return isWellKnown(key, maker) ? undefined : 'is one that Karpenter does not know in its own domain';
}

/**
 * Taints that agents remove when they are ready. As a pool's `taints` they would hold every Pod off for ever.
 * @see https://karpenter.sh/v1.14/concepts/nodepools/#cilium-startup-taint
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/install.md
 */
export const AGENT_TAINTS: readonly string[] = [
  'ebs.csi.aws.com/agent-not-ready',
  'efs.csi.aws.com/agent-not-ready',
  'node.cilium.io/agent-not-ready',
];

/** EKS Auto Mode replaces every node at this age. @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html */
export const AUTO_MODE_MOST_HOURS = 504;

/** Sizes that EKS Auto Mode does not start. @see https://docs.aws.amazon.com/eks/latest/userguide/automode-learn-instances.html */
export const AUTO_MODE_NO_SIZES: readonly string[] = ['nano', 'micro', 'small'];

/** With fewer types to choose from, spot nodes are interrupted more often. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html */
export const SPOT_TYPES = 10;
