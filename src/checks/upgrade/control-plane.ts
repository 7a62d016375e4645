import type { EksEnvironment } from '../../model/environment';
import type { Facts } from '../../model/facts';
import { firstStep, settingsOf, type Told, type UpgradeCheck, type UpgradeInput } from './upgrade-check';

const SEE = 'https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html';

/** Whether the cluster can be updated as it was read. */
export const controlPlane: UpgradeCheck = {
  section: 'nodes',
  needs: 'updates',
  judge: (input, facts) =>
    facts === undefined
      ? []
      : [...disagreement(input, facts), ...updates(input, facts), ...health(input, facts), ...offer(input, facts)],
};

/** Pods on Fargate keep the kubelet that they were started with. */
export const fargatePods: UpgradeCheck = {
  section: 'nodes',
  judge({ environment, path }, facts) {
    const profiles = facts?.fargateProfiles ?? environment.compute.fargateProfiles;
    if (profiles.length === 0) return [];
    const names = profiles.map(({ name }) => name).join(', ');
    return [
      {
        step: firstStep(path),
        severity: 'changes',
        subject: profiles.length === 1 ? `Fargate profile ${names}` : `Fargate profiles ${names}`,
        message:
          'a Pod on Fargate keeps the version that it was started with, and EKS refuses a step while one of them is too old for it.',
        fix: 'restart its workloads after each step (`kubectl rollout restart`), and look at `kubectl get nodes` before the next.',
        see: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-patching.html',
        where: placeOf(environment, facts, 'compute.fargateProfiles'),
      },
    ];
  },
};

/** Nodes of Auto Mode follow by themselves. */
export const autoModeNodes: UpgradeCheck = {
  section: 'nodes',
  judge: ({ environment, path }, facts) =>
    (facts?.cluster.autoMode ?? environment.compute.autoMode)
      ? [
          {
            step: firstStep(path),
            severity: 'changes',
            subject: 'EKS Auto Mode',
            message:
              'it replaces its nodes by itself after each step, within the disruption budgets of the NodePools: Pods move.',
            fix: 'see that PodDisruptionBudgets and replicas bear it, and begin the next step when `kubectl get nodes` shows one version.',
            see: 'https://docs.aws.amazon.com/eks/latest/userguide/auto-upgrade.html',
            where: placeOf(environment, facts, 'compute.autoMode'),
          },
        ]
      : [],
};

/** What the cluster was read to have, or what the settings say. */
function placeOf(environment: EksEnvironment, facts: Facts | undefined, key: string): string {
  return facts === undefined ? `${settingsOf(environment)} › ${key}` : `environments/${environment.name}/facts.json`;
}

function disagreement({ environment, path }: UpgradeInput, facts: Facts): readonly Told[] {
  const live = facts.cluster.kubernetesVersion;
  // The objects are rendered for the step, and say what the settings said before.
  const declared = path.declared;
  if (declared === live) return [];
  return [
    {
      step: firstStep(path),
      severity: 'changes',
      subject: 'the settings',
      message: `kubernetesVersion is ${declared}, and the cluster runs ${live}: what is rendered today is made for another version than it meets.`,
      fix: `write kubernetesVersion: "${live}" before the first step, and the next version with each.`,
      where: `${settingsOf(environment)} › kubernetesVersion`,
    },
  ];
}

function updates({ environment, path }: UpgradeInput, { updates: found = [] }: Facts): readonly Told[] {
  return found.map(({ of, type }) => ({
    step: firstStep(path),
    severity: 'blocks',
    subject: of === 'cluster' ? 'the cluster' : of,
    message: `an update (${type}) was in progress when it was read: EKS refuses another one meanwhile.`,
    fix: `wait until it has ended, and run \`cdk8s-eks facts refresh ${environment.name}\`.`,
    see: SEE,
  }));
}

function health({ path }: UpgradeInput, { cluster }: Facts): readonly Told[] {
  const { healthIssues = [], status } = cluster;
  const told = { step: firstStep(path), severity: 'blocks', subject: 'the cluster', see: SEE } as const;
  const fix = 'repair it first: see its page in the console of EKS.';
  const bad = status !== undefined && !['ACTIVE', 'UPDATING'].includes(status);
  return [
    ...healthIssues.map(({ code, message }) => ({
      ...told,
      message: `EKS says ${code}${message === undefined ? '' : `: ${message.replace(/\.$/, '')}`}. An update of an unhealthy cluster fails or is undone.`,
      fix,
    })),
    ...(bad ? [{ ...told, message: `its status is ${status}, and only an ACTIVE cluster is updated.`, fix }] : []),
  ];
}

/** Facts name the version of the cluster and the next, as far as EKS offers them. */
function offer({ path }: UpgradeInput, { clusterVersions }: Facts): readonly Told[] {
  const next = firstStep(path);
  if (clusterVersions === undefined || clusterVersions.some(({ version }) => version === next)) return [];
  return [
    {
      step: next,
      severity: 'blocks',
      subject: 'the cluster',
      message: `EKS did not offer Kubernetes ${next} when it was read.`,
      fix: 'wait until EKS offers it: `aws eks describe-cluster-versions` lists what it offers.',
      see: SEE,
    },
  ];
}
