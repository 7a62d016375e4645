import type { HealthIssue } from '../../model/facts';
import { type Judged, type PreflightCheck, problem, settingsOf, unknown } from './preflight-check';

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

export const network: PreflightCheck = {
  id: 'network',
  asks: 'The VPC, its subnets and the cluster’s security group and endpoint are those of the settings.',
  needs: [],
  fine: 'the VPC, the subnets, the security group and the endpoint are those of the settings.',
  judge({ environment, facts }) {
    const { network: declared } = environment;
    const { vpcId, clusterSecurityGroupId, endpointPublicAccess, endpointPrivateAccess } = facts.cluster;
    const found: Judged[] = [];
    const file = settingsOf(environment);
    const differs = (field: string, says: string, live: string, after: string) => {
      if (says !== live)
        found.push(
          problem(
            `network.${field}`,
            `the settings say ${says}, and the cluster has ${live}: ${after}.`,
            `write ${live} in ${file}, or name the cluster that is meant.`,
          ),
        );
    };
    if (vpcId !== undefined)
      differs('vpcId', declared.vpcId, vpcId, 'rules and load balancers are made for another VPC');
    const { cluster } = declared.securityGroups;
    if (clusterSecurityGroupId !== undefined && cluster !== undefined)
      differs(
        'securityGroups.cluster',
        cluster,
        clusterSecurityGroupId,
        'Pods with this group reach neither DNS nor the API server',
      );
    if (declared.private === true && endpointPrivateAccess === false)
      found.push(
        problem(
          'network.private',
          'nothing leads out of the VPC by the settings, and the cluster’s private endpoint is off: nodes cannot reach the API server.',
          'turn endpointPrivateAccess on.',
        ),
      );
    if (declared.private === true && endpointPublicAccess === true)
      found.push(
        problem(
          'network.private',
          'nothing leads in from the internet by the settings, and the cluster’s public endpoint is on.',
          'turn endpointPublicAccess off, or leave network.private out.',
        ),
      );
    return found;
  },
};

export const zones: PreflightCheck = {
  id: 'zones',
  asks: 'The subnets of node groups and Fargate profiles are in the settings, so that their zones are known.',
  needs: ['nodeGroups', 'fargateProfiles'],
  fine: 'every subnet in use is in the settings, with its zone.',
  judge({ environment, facts }) {
    const { subnets } = environment.network;
    const known = new Set([...subnets.private, ...subnets.public].map(({ id }) => id));
    const parts = [
      ...(facts.nodeGroups ?? []).map(({ name, subnetIds = [] }) => ({ subject: `node group ${name}`, subnetIds })),
      ...(facts.fargateProfiles ?? []).map(({ name, subnetIds = [] }) => ({
        subject: `Fargate profile ${name}`,
        subnetIds,
      })),
    ];
    return parts.flatMap(({ subject, subnetIds }): readonly Judged[] => {
      const foreign = subnetIds.filter((id) => !known.has(id));
      if (foreign.length === 0) return [];
      const message = `it runs in ${foreign.join(', ')}, which the settings do not name: in which zone its Pods and their volumes are, no check knows.`;
      return [
        problem(
          subject,
          message,
          `list the subnet under network.subnets in ${settingsOf(environment)}, or move the part to those that are there.`,
        ),
      ];
    });
  },
};
