import { AMI_TYPES, type AmiRow } from '../../knowledge/aws/ami-types';
import { KUBELET_SKEW } from '../../knowledge/aws/support-calendar';
import type { Facts, NodeGroupFacts } from '../../model/facts';
import { minorOf } from '../../model/upgrade/path';
import { firstStep, settingsOf, type Told, type UpgradeCheck, type UpgradeInput } from './upgrade-check';

const SKEW = 'https://kubernetes.io/releases/version-skew-policy/';
const MANAGED = 'https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html';

/** Nodes and kube-proxy that would be too old for the control plane. */
export const nodeGroups: UpgradeCheck = {
  section: 'nodes',
  needs: 'nodeGroups',
  judge(input, facts) {
    if (facts?.nodeGroups === undefined) return [];
    return [
      ...facts.nodeGroups.flatMap((group) => judgeGroup(group, input)),
      ...kubeProxy(facts, input),
      ...facts.nodeGroups.flatMap((group) => pinned(group, input)),
    ];
  },
};

/** Nodes that nobody reads. */
export const selfManagedNodes: UpgradeCheck = {
  section: 'nodes',
  judge: ({ environment, path }) =>
    environment.compute.selfManagedNodeGroups.map(({ name }) => ({
      step: firstStep(path),
      severity: 'unknown',
      subject: `self-managed node group ${name}`,
      message: `which version its nodes run is not known: EKS does not tell it. More than ${KUBELET_SKEW} minor versions behind the control plane, a kubelet is refused.`,
      fix: 'see it by `kubectl get nodes`, and give its launch template an image of each version that it needs.',
      see: SKEW,
      where: `${settingsOf(environment)} › compute.selfManagedNodeGroups`,
    })),
};

function judgeGroup(group: NodeGroupFacts, input: UpgradeInput): readonly Told[] {
  const { name, kubernetesVersion, amiType } = group;
  const { path, environment } = input;
  const subject = `node group ${name}`;
  if (kubernetesVersion === undefined)
    return [
      {
        step: firstStep(path),
        severity: 'unknown',
        subject,
        message: 'facts.json does not say which version its nodes run.',
        fix: `run \`cdk8s-eks facts refresh ${environment.name}\` again.`,
      },
    ];
  const row: AmiRow | undefined =
    amiType === undefined ? undefined : (AMI_TYPES as Readonly<Record<string, AmiRow>>)[amiType];
  const tooOld = firstTooOld(kubernetesVersion, path.steps);
  if (row?.until !== undefined && minorOf(row.until) < minorOf(path.to))
    return [endOfImage(subject, { ...group, kubernetesVersion, until: row.until }, tooOld, input)];
  return [
    ...(tooOld === undefined
      ? [stayBehind(subject, kubernetesVersion, path.to)]
      : [refused(subject, kubernetesVersion, tooOld)]),
    ...ofOwnImage(subject, group, input),
  ];
}

/** The first step to which nodes of a version do not go along. */
function firstTooOld(version: string, steps: readonly string[]): string | undefined {
  return steps.find((step) => minorOf(step) - minorOf(version) > KUBELET_SKEW);
}

function refused(subject: string, version: string, step: string): Told {
  const before = `1.${minorOf(step) - 1}`;
  return {
    step,
    severity: 'blocks',
    subject,
    message: `its nodes run ${version}, and a kubelet may be ${KUBELET_SKEW} minor versions older than the API server: EKS refuses the step to ${step}.`,
    fix: `update the node group to ${before} once the control plane runs it, and before the step to ${step}.`,
    see: SKEW,
  };
}

function stayBehind(subject: string, version: string, to: string): Told {
  return {
    step: to,
    severity: 'changes',
    subject,
    message: `its nodes run ${version}, and stay there until the node group is updated, which replaces each of them.`,
    fix: `update the node group to ${to} after the control plane.`,
    see: MANAGED,
  };
}

function endOfImage(
  subject: string,
  {
    amiType,
    kubernetesVersion,
    until,
  }: NodeGroupFacts & { readonly until: string; readonly kubernetesVersion: string },
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
function ofOwnImage(subject: string, { amiType }: NodeGroupFacts, { path }: UpgradeInput): readonly Told[] {
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

function kubeProxy({ addOns }: Facts, { path }: UpgradeInput): readonly Told[] {
  const version = addOns?.find(({ name }) => name === 'kube-proxy')?.version;
  const step = version === undefined ? undefined : firstTooOld(version, path.steps);
  if (version === undefined || step === undefined) return [];
  return [
    {
      step,
      severity: 'blocks',
      subject: 'add-on kube-proxy',
      message: `version ${version} would be more than ${KUBELET_SKEW} minor versions older than the API server of ${step}: the two are not made for each other, and Services may stop answering.`,
      fix: `update it with the control plane, to a version of 1.${minorOf(step) - 1} before the step to ${step}.`,
      see: SKEW,
    },
  ];
}

/** A release that the settings name is of one version of Kubernetes. */
function pinned({ name }: NodeGroupFacts, { environment, path }: UpgradeInput): readonly Told[] {
  const declared = environment.compute.managedNodeGroups.find((one) => one.name === name)?.releaseVersion;
  if (declared === undefined || minorOf(declared) >= minorOf(path.to)) return [];
  return [
    {
      step: firstStep(path),
      severity: 'changes',
      subject: `node group ${name}`,
      message: `the settings pin its image to ${declared}, which is of Kubernetes 1.${minorOf(declared)}: described like that, its nodes do not follow.`,
      fix: 'write a releaseVersion of the new version with each step, or leave it out.',
      see: MANAGED,
      where: `${settingsOf(environment)} › compute.managedNodeGroups`,
    },
  ];
}
