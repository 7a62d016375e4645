import { type Judged, type PreflightCheck, problem, settingsOf, unknown } from './preflight-check';

export const network: PreflightCheck = {
  id: 'network',
  asks: 'The VPC, its subnets and the cluster’s security group and endpoint are those of the settings.',
  needs: [],
  fine: 'the VPC, the subnets, the security group and the endpoint are those of the settings.',
  judge({ environment, facts }) {
    const { network: declared } = environment;
    const { endpoints } = environment.controlPlane;
    const { vpcId, clusterSecurityGroupId, endpointPublicAccess } = facts.cluster;
    const found: Judged[] = [];
    const file = settingsOf(environment);
    const differs = (field: string, says: string, live: string | undefined, after: string) => {
      const subject = `network.${field}`;
      const fix = `write ${live} in ${file}, or name the cluster that is meant.`;
      if (live === undefined)
        found.push(
          unknown(
            subject,
            `facts.json does not say whether the cluster has ${says}.`,
            'run `cdk8s-eks facts refresh` again.',
          ),
        );
      else if (says !== live)
        found.push(problem(subject, `the settings say ${says}, and the cluster has ${live}: ${after}.`, fix));
    };
    differs('vpcId', declared.vpcId, vpcId, 'rules and load balancers are made for another VPC');
    const { cluster } = declared.securityGroups;
    if (cluster !== undefined)
      differs(
        'securityGroups.cluster',
        cluster,
        clusterSecurityGroupId,
        'Pods with this group reach neither DNS nor the API server',
      );
    // Where the settings do not say so, `endpoints` tells it.
    if (declared.private === true && endpoints.public && endpointPublicAccess === true)
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
      ...(facts.nodeGroups ?? []).map(({ name, subnetIds }) => ({ subject: `node group ${name}`, subnetIds })),
      ...(facts.fargateProfiles ?? []).map(({ name, subnetIds }) => ({
        subject: `Fargate profile ${name}`,
        subnetIds,
      })),
    ];
    return parts.flatMap(({ subject, subnetIds }): readonly Judged[] => {
      if (subnetIds === undefined)
        return [
          unknown(subject, 'facts.json does not say in which subnets it runs.', 'run `cdk8s-eks facts refresh` again.'),
        ];
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
