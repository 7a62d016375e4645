import { AMI_TYPES, type AmiRow } from '../../knowledge/aws/ami-types';
import type { NodeGroupFacts } from '../../model/facts';
import { minorOf } from '../../model/upgrade/path';
import { firstStep, settingsOf, type Told, type UpgradeInput } from './upgrade-check';

export const MANAGED_GROUPS = 'https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html';

/** The last version that EKS makes images of a type for; undefined where it goes on. */
export function lastImage(amiType: string | undefined): string | undefined {
  const rows: Readonly<Record<string, AmiRow>> = AMI_TYPES;
  return amiType === undefined || !Object.hasOwn(rows, amiType) ? undefined : rows[amiType]?.until;
}

interface OldImage {
  readonly amiType: string | undefined;
  /** What the nodes run. */
  readonly kubernetesVersion: string;
  /** The last version that has such images. */
  readonly until: string;
}

/** @param tooOld the step to which the nodes do not go along */
export function endOfImage(
  subject: string,
  { amiType, kubernetesVersion, until }: OldImage,
  tooOld: string | undefined,
  { path }: UpgradeInput,
): Told {
  const message = `its images are of type ${amiType}, of which EKS makes none after ${until}: its nodes stay at ${kubernetesVersion}`;
  const fix = 'make a node group of an AL2023 or Bottlerocket type, and move the Pods there.';
  const see = 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html';
  if (tooOld !== undefined)
    return {
      step: tooOld,
      severity: 'blocks',
      subject,
      message: `${message}, and EKS refuses the step to ${tooOld}.`,
      fix,
      see,
    };
  return {
    step: firstStep(path),
    severity: 'changes',
    subject,
    message: `${message}, and get no more repairs.`,
    fix,
    see,
  };
}

/** What an image of one's own holds, nobody reads. */
export function ofOwnImage(subject: string, { amiType }: NodeGroupFacts, { path }: UpgradeInput): readonly Told[] {
  const step = ['1.35', '1.36'].find((one) => path.steps.includes(one));
  if (amiType !== 'CUSTOM' || step === undefined) return [];
  return [
    {
      step,
      severity: 'unknown',
      subject,
      message:
        'its image is one of your own: whether it has cgroup v2, which the kubelet wants from 1.35 on, and containerd 2, which it wants from 1.36 on, is not known.',
      fix: 'see it on a node by `stat -fc %T /sys/fs/cgroup` (cgroup2fs) and `containerd --version`.',
      see: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-standard.html',
    },
  ];
}

/** A release that the settings name is of one version of Kubernetes. */
export function pinned({ name }: NodeGroupFacts, { environment, path }: UpgradeInput): readonly Told[] {
  const declared = environment.compute.managedNodeGroups.find((one) => one.name === name)?.releaseVersion;
  if (declared === undefined || minorOf(declared) >= minorOf(path.to)) return [];
  return [
    {
      step: firstStep(path),
      severity: 'changes',
      subject: `node group ${name}`,
      message: `the settings pin its image to ${declared}, which is of Kubernetes 1.${minorOf(declared)}: described like that, its nodes do not follow.`,
      fix: 'write a releaseVersion of the new version with each step, or leave it out.',
      see: MANAGED_GROUPS,
      where: `${settingsOf(environment)} › compute.managedNodeGroups`,
    },
  ];
}
