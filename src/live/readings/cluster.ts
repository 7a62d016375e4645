import { defined } from '../../model/defined';
import type { EksEnvironment } from '../../model/environment';
import { ToolError } from '../../model/errors';
import type { ClusterFacts } from '../../model/facts';
import type { Answer } from '../answer';
import type { Reader } from '../reader';
import { healthIssues, sorted } from './parts';

/** The cluster; undefined where the answer holds none. @throws ToolError FACTS for another cluster, LIVE for one that goes */
export function readCluster(reader: Reader): Promise<ClusterFacts | undefined> {
  const { environment } = reader;
  return reader.ask('DescribeCluster', { name: environment.clusterName }, (answer) => {
    const cluster = answer.part('cluster');
    if (cluster === undefined) return undefined;
    requireSameCluster(cluster, environment);
    requireStaying(cluster, environment);
    return clusterFacts(cluster);
  });
}

/** The ARN in the answer of EKS holds the account, so no further permission is needed. */
function requireSameCluster(cluster: Answer, environment: EksEnvironment): void {
  const name = cluster.requiredText('name');
  const [, , , region, account] = cluster.requiredText('arn').split(':');
  const wrong = [
    name === environment.clusterName ? undefined : `cluster ${name}, not ${environment.clusterName}`,
    region === environment.region ? undefined : `region ${region}, not ${environment.region}`,
    account === environment.accountId ? undefined : `account ${account}, not ${environment.accountId}`,
  ].filter((one) => one !== undefined);
  if (wrong.length === 0) return;
  const message = `AWS answered for ${wrong.join(' and ')}: these credentials see another cluster than environments/${environment.name}/environment.yaml declares. Nothing was written.`;
  throw new ToolError('FACTS', [{ message, fix: 'use credentials of the declared account, or correct the settings.' }]);
}

/** Of a cluster that is not there yet, or soon not any more, half an answer would look like facts. */
function requireStaying(cluster: Answer, { name, clusterName }: EksEnvironment): void {
  const status = cluster.text('status');
  if (status !== 'DELETING' && status !== 'CREATING' && status !== 'PENDING') return;
  const isGoing = status === 'DELETING';
  const message = `cluster ${clusterName} is being ${isGoing ? 'deleted' : 'created'} (status ${status}): what EKS says of it is true for minutes. Nothing was written.`;
  const fix = isGoing
    ? `delete environments/${name}, or name another cluster in its settings.`
    : 'run the command again when the cluster is ACTIVE.';
  throw new ToolError('LIVE', [{ message, fix }]);
}

export function clusterFacts(cluster: Answer): ClusterFacts {
  const network = cluster.part('kubernetesNetworkConfig');
  const compute = cluster.part('computeConfig');
  return defined({
    arn: cluster.requiredText('arn'),
    kubernetesVersion: cluster.requiredText('version'),
    platformVersion: cluster.text('platformVersion'),
    status: cluster.text('status'),
    ...endpointFacts(cluster),
    oidcIssuer: cluster
      .part('identity')
      ?.part('oidc')
      ?.text('issuer')
      ?.replace(/^https:\/\//, ''),
    roleArn: cluster.text('roleArn'),
    ipFamily: network?.text('ipFamily'),
    serviceIpv4Cidr: network?.text('serviceIpv4Cidr'),
    serviceIpv6Cidr: network?.text('serviceIpv6Cidr'),
    logging: loggingOf(cluster),
    encryptionKeyArns: encryptionOf(cluster),
    authenticationMode: cluster.part('accessConfig')?.text('authenticationMode'),
    autoMode: compute?.flag('enabled'),
    autoModePools: sorted(compute?.texts('nodePools')),
    autoModeNodeRoleArn: compute?.text('nodeRoleArn'),
    autoModeStorage: cluster.part('storageConfig')?.part('blockStorage')?.flag('enabled'),
    autoModeLoadBalancing: network?.part('elasticLoadBalancing')?.flag('enabled'),
    supportType: cluster.part('upgradePolicy')?.text('supportType'),
    zonalShift: cluster.part('zonalShiftConfig')?.flag('enabled'),
    deletionProtection: cluster.flag('deletionProtection'),
    controlPlaneTier: cluster.part('controlPlaneScalingConfig')?.text('tier'),
    remoteNodeCidrs: remoteOf(cluster, 'remoteNodeNetworks'),
    remotePodCidrs: remoteOf(cluster, 'remotePodNetworks'),
    healthIssues: healthIssues(cluster),
  });
}

function endpointFacts(cluster: Answer) {
  const vpc = cluster.part('resourcesVpcConfig');
  return {
    endpoint: cluster.text('endpoint'),
    endpointPublicAccess: vpc?.flag('endpointPublicAccess'),
    endpointPrivateAccess: vpc?.flag('endpointPrivateAccess'),
    publicAccessCidrs: sorted(vpc?.texts('publicAccessCidrs')),
    vpcId: vpc?.text('vpcId'),
    subnetIds: sorted(vpc?.texts('subnetIds')),
    securityGroupIds: sorted(vpc?.texts('securityGroupIds')),
    clusterSecurityGroupId: vpc?.text('clusterSecurityGroupId'),
  };
}

/** Types that are on; undefined where EKS says nothing of logging. */
function loggingOf(cluster: Answer): readonly string[] | undefined {
  const setups = cluster.part('logging')?.parts('clusterLogging');
  return sorted(setups?.flatMap((setup) => (setup.flag('enabled') === true ? (setup.texts('types') ?? []) : [])));
}

/** EKS leaves the list out where nobody gave a key. */
function encryptionOf(cluster: Answer): readonly string[] | undefined {
  return sorted((cluster.parts('encryptionConfig') ?? []).flatMap((one) => one.part('provider')?.text('keyArn') ?? []));
}

function remoteOf(cluster: Answer, key: string): readonly string[] | undefined {
  return sorted(
    cluster
      .part('remoteNetworkConfig')
      ?.parts(key)
      ?.flatMap((network) => network.texts('cidrs') ?? []),
  );
}
