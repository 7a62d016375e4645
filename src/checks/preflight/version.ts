import { KUBELET_SKEW, SUPPORT_CALENDAR } from '../../knowledge/aws/support-calendar';
import {
  type Judged,
  ok,
  type PreflightCheck,
  type PreflightContext,
  problem,
  settingsOf,
  unknown,
} from './preflight-check';

export const version: PreflightCheck = {
  id: 'version',
  asks: 'The cluster runs the version that the settings name.',
  needs: [],
  fine: 'the cluster runs the version that the settings name.',
  judge({ environment, facts }) {
    const { kubernetesVersion: declared } = environment;
    const { kubernetesVersion: live } = facts.cluster;
    if (declared === live) return [];
    const message = `kubernetesVersion is ${declared} in the settings, and the cluster runs ${live}: objects are checked against another API server than they meet.`;
    return [
      problem(
        'the cluster',
        message,
        `set kubernetesVersion: "${live}" in ${settingsOf(environment)}, or upgrade the cluster.`,
      ),
    ];
  },
};

export const endOfSupport: PreflightCheck = {
  id: 'end-of-support',
  asks: 'The support of the cluster’s version does not end within 90 days.',
  needs: [],
  fine: 'the version is supported for more than 90 days.',
  judge(context) {
    const { facts, calendar } = context;
    const { kubernetesVersion, supportType } = facts.cluster;
    const { standard, extended } = datesOf(context);
    const subject = `Kubernetes ${kubernetesVersion}`;
    if (standard === undefined || extended === undefined)
      return [
        unknown(
          subject,
          'until when EKS supports it is not known.',
          'run `cdk8s-eks facts refresh` again, or ask AWS.',
        ),
      ];
    const end = supportType === 'STANDARD' ? standard : extended;
    const kind = supportType === 'STANDARD' ? 'standard support' : 'extended support';
    const tense = end < calendar.today ? 'ended' : 'ends';
    if (end <= calendar.soon)
      return [
        problem(
          subject,
          `its ${kind} ${tense} on ${end}, and EKS then upgrades the control plane by itself, on a day that nobody chose.`,
          'upgrade the cluster, one minor version at a time.',
        ),
      ];
    if (standard < calendar.today)
      return [
        ok(
          subject,
          `its standard support ended on ${standard}; extended support, which costs more, ends on ${extended}.`,
        ),
      ];
    return [ok(subject, `its ${kind} ends on ${end}.`)];
  },
};

function datesOf({ facts }: PreflightContext) {
  const { kubernetesVersion } = facts.cluster;
  const read = facts.clusterVersions?.find((one) => one.version === kubernetesVersion);
  const known = SUPPORT_CALENDAR[kubernetesVersion];
  return {
    standard: read?.endOfStandardSupport ?? known?.endOfStandardSupport,
    extended: read?.endOfExtendedSupport ?? known?.endOfExtendedSupport,
  };
}

export const kubelets: PreflightCheck = {
  id: 'kubelets',
  asks: 'The nodes of each node group run a version that the API server works with.',
  needs: ['nodeGroups'],
  fine: 'all node groups run a version that the API server works with.',
  judge({ facts }) {
    const api = minorOf(facts.cluster.kubernetesVersion);
    return (facts.nodeGroups ?? []).flatMap(({ name, kubernetesVersion }): readonly Judged[] => {
      if (kubernetesVersion === undefined)
        return [
          unknown(
            `node group ${name}`,
            'facts.json does not say which version its nodes run.',
            'run `cdk8s-eks facts refresh` again.',
          ),
        ];
      const behind = api - minorOf(kubernetesVersion);
      if (behind >= 0 && behind < KUBELET_SKEW) return [];
      const what = `its nodes run ${kubernetesVersion}, and the control plane ${facts.cluster.kubernetesVersion}`;
      const fix = `update node group ${name} to ${facts.cluster.kubernetesVersion}.`;
      if (behind === KUBELET_SKEW)
        return [
          problem(
            `node group ${name}`,
            `${what}: ${KUBELET_SKEW} versions is the most, and EKS refuses the next upgrade.`,
            fix,
          ),
        ];
      return [problem(`node group ${name}`, `${what}: these do not work together.`, fix)];
    });
  },
};

function minorOf(text: string): number {
  return Number(text.split('.')[1]);
}
