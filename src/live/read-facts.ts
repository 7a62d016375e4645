import type { Cluster, EKSClient, FargateProfile, Nodegroup } from '@aws-sdk/client-eks';
import { defined } from '../model/defined';
import type { EksEnvironment } from '../model/environment';
import { type Problem, ToolError } from '../model/errors';
import type { ClusterFacts, Facts, FargateProfileFacts, NodeGroupFacts } from '../model/facts';
import { by, byCodeUnit } from '../model/order';
import { inBatches } from './batches';
import { explain } from './explain';

/** Requests in flight at once; EKS throttles describe calls per account. */
const CONCURRENCY = 4;

/**
 * Reads one cluster with its node groups and Fargate profiles. The facts are sorted and hold no times or certificates.
 * @throws ToolError LIVE with every missing permission, FACTS when the cluster is not the declared one
 */
export async function readFacts(client: EKSClient, environment: EksEnvironment): Promise<Facts> {
  const eks = await import('@aws-sdk/client-eks');
  const name = environment.clusterName;
  const problems: Problem[] = [];
  const attempt = async <T>(action: string, call: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await call();
    } catch (error) {
      problems.push(explain(error, action, environment));
      return undefined;
    }
  };
  const described = await attempt('DescribeCluster', () => client.send(new eks.DescribeClusterCommand({ name })));
  const cluster = described?.cluster;
  if (cluster !== undefined) requireSameCluster(cluster, environment);
  const nodeGroups =
    cluster &&
    (await attempt('ListNodegroups', () =>
      all(eks.paginateListNodegroups({ client }, { clusterName: name }), (page) => page.nodegroups),
    ));
  const profiles =
    cluster &&
    (await attempt('ListFargateProfiles', () =>
      all(eks.paginateListFargateProfiles({ client }, { clusterName: name }), (page) => page.fargateProfileNames),
    ));
  const groups = await inBatches(nodeGroups ?? [], CONCURRENCY, (nodegroupName) =>
    attempt(
      'DescribeNodegroup',
      async () => (await client.send(new eks.DescribeNodegroupCommand({ clusterName: name, nodegroupName }))).nodegroup,
    ),
  );
  const fargate = await inBatches(profiles ?? [], CONCURRENCY, (fargateProfileName) =>
    attempt(
      'DescribeFargateProfile',
      async () =>
        (await client.send(new eks.DescribeFargateProfileCommand({ clusterName: name, fargateProfileName })))
          .fargateProfile,
    ),
  );
  if (cluster === undefined && problems.length === 0) problems.push(NO_CLUSTER);
  if (cluster === undefined || problems.length > 0) throw new ToolError('LIVE', withoutRepeats(problems));
  return {
    schemaVersion: 1,
    clusterName: name,
    accountId: environment.accountId,
    region: environment.region,
    cluster: clusterFacts(cluster),
    nodeGroups: groups.flatMap((group) => (group === undefined ? [] : [nodeGroupFacts(group)])).sort(by((g) => g.name)),
    fargateProfiles: fargate
      .flatMap((profile) => (profile === undefined ? [] : [profileFacts(profile)]))
      .sort(by((p) => p.name)),
  };
}

const NO_CLUSTER: Problem = {
  message: 'AWS answered eks:DescribeCluster without a cluster.',
  fix: 'run the command again later.',
};

/** The names on all pages. */
async function all<P>(pages: AsyncIterable<P>, names: (page: P) => readonly string[] | undefined): Promise<string[]> {
  const found: string[] = [];
  for await (const page of pages) found.push(...(names(page) ?? []));
  return found;
}

/** The ARN in the answer of EKS holds the account, so no further permission is needed. */
function requireSameCluster(cluster: Cluster, environment: EksEnvironment): void {
  const [, , , region, account] = (cluster.arn ?? '').split(':');
  const wrong = [
    cluster.name === environment.clusterName ? undefined : `cluster ${cluster.name}, not ${environment.clusterName}`,
    region === environment.region ? undefined : `region ${region}, not ${environment.region}`,
    account === environment.accountId ? undefined : `account ${account}, not ${environment.accountId}`,
  ].filter((one) => one !== undefined);
  if (wrong.length === 0) return;
  const message = `AWS answered for ${wrong.join(' and ')}: these credentials see another cluster than environments/${environment.name}/environment.yaml declares. Nothing was written.`;
  throw new ToolError('FACTS', [{ message, fix: 'use credentials of the declared account, or correct the settings.' }]);
}

function clusterFacts(cluster: Cluster): ClusterFacts {
  const vpc = cluster.resourcesVpcConfig;
  return defined({
    arn: cluster.arn ?? '',
    kubernetesVersion: cluster.version ?? '',
    platformVersion: cluster.platformVersion,
    endpoint: cluster.endpoint,
    oidcIssuer: cluster.identity?.oidc?.issuer?.replace(/^https:\/\//, ''),
    vpcId: vpc?.vpcId,
    subnetIds: sorted(vpc?.subnetIds),
    securityGroupIds: sorted(vpc?.securityGroupIds),
    clusterSecurityGroupId: vpc?.clusterSecurityGroupId,
    serviceIpv4Cidr: cluster.kubernetesNetworkConfig?.serviceIpv4Cidr,
    authenticationMode: cluster.accessConfig?.authenticationMode,
    autoMode: cluster.computeConfig?.enabled,
    supportType: cluster.upgradePolicy?.supportType,
  });
}

function nodeGroupFacts(group: Nodegroup): NodeGroupFacts {
  return defined({
    name: group.nodegroupName ?? '',
    status: group.status,
    kubernetesVersion: group.version,
    releaseVersion: group.releaseVersion,
    amiType: group.amiType,
    capacityType: group.capacityType,
    instanceTypes: group.instanceTypes,
    labels: group.labels,
    taints: group.taints?.map((taint) =>
      defined({ key: taint.key ?? '', value: taint.value, effect: taint.effect ?? '' }),
    ),
    minSize: group.scalingConfig?.minSize,
    maxSize: group.scalingConfig?.maxSize,
    subnetIds: sorted(group.subnets),
  });
}

function profileFacts(profile: FargateProfile): FargateProfileFacts {
  return defined({
    name: profile.fargateProfileName ?? '',
    status: profile.status,
    podExecutionRoleArn: profile.podExecutionRoleArn,
    subnetIds: sorted(profile.subnets),
    selectors: (profile.selectors ?? []).map(({ namespace, labels }) => ({
      namespace: namespace ?? '',
      labels: labels ?? {},
    })),
  });
}

function sorted(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined ? undefined : [...list].sort(byCodeUnit);
}

/** Problems without repeats: several calls may lack the same permission. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    (problem, index) => problems.findIndex((other) => other.message === problem.message) === index,
  );
}
