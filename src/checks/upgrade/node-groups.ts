import { KUBELET_SKEW } from '../../knowledge/aws/support-calendar';
import type { Facts, NodeGroupFacts } from '../../model/facts';
import { minorOf } from '../../model/upgrade/path';
import { endOfImage, lastImage, MANAGED_GROUPS, ofOwnImage, pinned } from './node-images';
import { firstStep, settingsOf, type Told, type UpgradeCheck, type UpgradeInput } from './upgrade-check';

const SKEW = 'https://kubernetes.io/releases/version-skew-policy/';

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
  const until = lastImage(amiType);
  const tooOld = firstTooOld(kubernetesVersion, path.steps);
  if (until !== undefined && minorOf(until) < minorOf(path.to))
    return [endOfImage(subject, { amiType, kubernetesVersion, until }, tooOld, input)];
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
    see: MANAGED_GROUPS,
  };
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
