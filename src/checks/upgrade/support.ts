import { SUPPORT_CALENDAR } from '../../knowledge/aws/support-calendar';
import type { Facts } from '../../model/facts';
import { firstStep, type Told, type UpgradeCheck, type UpgradeInput } from './upgrade-check';

const SEE = 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html';

/** Until when the version is supported that the upgrade leaves, and the one that it ends at. */
export const support: UpgradeCheck = {
  section: 'support',
  judge: (input, facts) => [...ofToday(input, facts), ...ofTarget(input, facts)],
};

interface Ends {
  readonly standard: string;
  readonly extended: string;
}

/** By the facts, or by the calendar. */
function endsOf(version: string, facts: Facts | undefined): Ends | undefined {
  const read = facts?.clusterVersions?.find((one) => one.version === version);
  const known = SUPPORT_CALENDAR[version];
  const standard = read?.endOfStandardSupport ?? known?.endOfStandardSupport;
  const extended = read?.endOfExtendedSupport ?? known?.endOfExtendedSupport;
  return standard === undefined || extended === undefined ? undefined : { standard, extended };
}

function ofToday({ path, environment }: UpgradeInput, facts: Facts | undefined): readonly Told[] {
  const ends = endsOf(path.from, facts);
  const told = { step: firstStep(path), subject: `Kubernetes ${path.from}`, see: SEE };
  if (ends === undefined) return [unknownEnds(told, environment.name)];
  const type = facts?.cluster.supportType ?? environment.controlPlane.supportType;
  const last = type === 'STANDARD' ? ends.standard : ends.extended;
  const forced = `${last <= path.today ? 'ended' : 'ends'} on ${last}, and EKS upgrades the control plane by itself after that day`;
  if (last <= path.soon)
    return [
      {
        ...told,
        severity: 'changes',
        message: `its ${type === 'STANDARD' ? 'standard' : 'extended'} support ${forced}, at a time that nobody chose.`,
        fix: `be at ${firstStep(path)} before that.`,
      },
    ];
  if (ends.standard > path.soon) return [];
  const tense = ends.standard <= path.today ? 'ended' : 'ends';
  return [
    {
      ...told,
      severity: 'information',
      message: `its standard support ${tense} on ${ends.standard}; extended support, which costs more for each hour of the cluster, ends on ${ends.extended}.`,
      fix: `be at ${firstStep(path)} before ${ends.extended}.`,
    },
  ];
}

function ofTarget({ path, environment }: UpgradeInput, facts: Facts | undefined): readonly Told[] {
  const ends = endsOf(path.to, facts);
  const told = { step: path.to, subject: `Kubernetes ${path.to}`, see: SEE };
  if (ends === undefined) return [unknownEnds(told, environment.name)];
  if (ends.extended <= path.today)
    return [
      {
        ...told,
        severity: 'blocks',
        message: `its extended support ended on ${ends.extended}: EKS moves clusters of it on by itself.`,
        fix: 'go to a later version.',
      },
    ];
  if (ends.standard > path.soon) return [];
  return [
    {
      ...told,
      severity: 'changes',
      message: `its standard support ${ends.standard <= path.today ? 'ended' : 'ends'} on ${ends.standard}: the next upgrade is due at once, or extended support costs more for each hour.`,
      fix: 'go to a later version.',
    },
  ];
}

function unknownEnds(told: Pick<Told, 'step' | 'subject' | 'see'>, environment: string): Told {
  return {
    ...told,
    severity: 'unknown',
    message:
      'whether EKS offers it, and until when it supports it, is not known: neither the facts nor the calendar have it.',
    fix: `ask \`aws eks describe-cluster-versions\`; \`cdk8s-eks facts refresh ${environment}\` reads it once it is the next version.`,
  };
}
