import type { Facts, HealthIssue } from '../../model/facts';
import { type Judged, type PreflightCheck, problem, unknown } from './preflight-check';

function issues(subject: string, list: readonly HealthIssue[] | undefined, where: string): readonly Judged[] {
  return (list ?? []).map(({ code, message }) =>
    problem(
      subject,
      sentence(`EKS says ${code}${message === undefined ? '' : `: ${message}`}`),
      `see in EKS’s guide what it says about ${where}, and repair it.`,
    ),
  );
}

export const health: PreflightCheck = {
  id: 'health',
  asks: 'EKS finds nothing wrong with the cluster and its parts, and nothing is being updated.',
  needs: [],
  fine: 'EKS finds nothing wrong, and nothing is being updated.',
  judge({ facts }) {
    const { cluster, nodeGroups = [], fargateProfiles = [], addOns = [], capabilities = [], updates = [] } = facts;
    const parts = [
      ...nodeGroups.map((one) => ({ subject: `node group ${one.name}`, ...one })),
      ...fargateProfiles.map((one) => ({ subject: `Fargate profile ${one.name}`, ...one })),
      ...addOns.map((one) => ({ subject: `add-on ${one.name}`, ...one })),
      ...capabilities.map((one) => ({ subject: `capability ${one.name}`, ...one })),
    ];
    return [
      ...notRead(facts),
      ...issues('the cluster', cluster.healthIssues, 'cluster health'),
      ...statusOf('the cluster', cluster.status),
      ...parts.flatMap(({ subject, healthIssues, status }) => [
        ...issues(subject, healthIssues, 'troubleshooting'),
        ...(healthIssues === undefined ? statusOf(subject, status) : []),
      ]),
      ...updates.map(({ of, type }) =>
        unknown(
          of === 'cluster' ? 'the cluster' : of,
          `an update (${type}) was in progress when it was read.`,
          'wait until it has ended, and run `cdk8s-eks facts refresh` again.',
        ),
      ),
    ];
  },
};

/** What EKS says may end with its own full stop. */
function sentence(text: string): string {
  return /[.!]$/.test(text) ? text : `${text}.`;
}

const PARTS = ['nodeGroups', 'fargateProfiles', 'addOns', 'capabilities', 'updates'] as const;

/** What nobody read may be ill. */
function notRead(facts: Facts): readonly Judged[] {
  const parts = [
    ...(facts.cluster.status === undefined ? ['cluster.status'] : []),
    ...PARTS.filter((one) => facts[one] === undefined),
  ];
  if (parts.length === 0) return [];
  return [
    unknown(
      'the cluster',
      `facts.json does not hold ${parts.join(', ')}: what is wrong there is not known.`,
      'run `cdk8s-eks facts refresh` with credentials that may read them.',
    ),
  ];
}

const BUSY = ['CREATING', 'UPDATING', 'PENDING'];

/** UPDATING is told by the update. */
function statusOf(subject: string, status: string | undefined): readonly Judged[] {
  if (status === undefined || status === 'ACTIVE' || status === 'UPDATING') return [];
  if (BUSY.includes(status))
    return [
      unknown(
        subject,
        `its status was ${status} when it was read.`,
        'run `cdk8s-eks facts refresh` again when it is ACTIVE.',
      ),
    ];
  return [
    problem(
      subject,
      `its status is ${status}: it does not do its work.`,
      'see its page in the console of EKS, and repair or replace it.',
    ),
  ];
}

export const insights: PreflightCheck = {
  id: 'insights',
  asks: 'No insight of EKS is an error.',
  needs: ['insights'],
  fine: 'every insight of EKS passes.',
  judge({ facts }) {
    return (facts.insights ?? []).flatMap(({ name, status, reason, resources = [] }): readonly Judged[] => {
      if (status === 'PASSING') return [];
      const why = reason === undefined ? '' : `: ${reason}`;
      const named =
        resources.length === 0
          ? ''
          : ` It names ${resources.slice(0, 3).join(', ')}${resources.length > 3 ? ' and more' : ''}.`;
      const fix = 'do what the insight recommends, in the console of EKS or by `aws eks describe-insight`.';
      const message = `${sentence(`EKS reports ${status}${why}`)}${named}`;
      return [status === 'ERROR' ? problem(`insight ${name}`, message, fix) : unknown(`insight ${name}`, message, fix)];
    });
  },
};
