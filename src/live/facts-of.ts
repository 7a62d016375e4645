import { defined } from '../model/defined';
import type { EksEnvironment } from '../model/environment';
import { ToolError } from '../model/errors';
import type { ClusterFacts, FargateProfileFacts, NodeGroupFacts } from '../model/facts';
import { byCodeUnit } from '../model/order';
import type { Answer } from './answer';

/** The ARN in the answer of EKS holds the account, so no further permission is needed. */
export function requireSameCluster(cluster: Answer, environment: EksEnvironment): void {
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

export function clusterFacts(cluster: Answer): ClusterFacts {
  const vpc = cluster.part('resourcesVpcConfig');
  return defined({
    arn: cluster.requiredText('arn'),
    kubernetesVersion: cluster.requiredText('version'),
    platformVersion: cluster.text('platformVersion'),
    endpoint: cluster.text('endpoint'),
    oidcIssuer: cluster
      .part('identity')
      ?.part('oidc')
      ?.text('issuer')
      ?.replace(/^https:\/\//, ''),
    vpcId: vpc?.text('vpcId'),
    subnetIds: sorted(vpc?.texts('subnetIds')),
    securityGroupIds: sorted(vpc?.texts('securityGroupIds')),
    clusterSecurityGroupId: vpc?.text('clusterSecurityGroupId'),
    serviceIpv4Cidr: cluster.part('kubernetesNetworkConfig')?.text('serviceIpv4Cidr'),
    authenticationMode: cluster.part('accessConfig')?.text('authenticationMode'),
    autoMode: cluster.part('computeConfig')?.flag('enabled'),
    supportType: cluster.part('upgradePolicy')?.text('supportType'),
  });
}

export function nodeGroupFacts(group: Answer): NodeGroupFacts {
  const scaling = group.part('scalingConfig');
  return defined({
    name: group.requiredText('nodegroupName'),
    status: group.text('status'),
    kubernetesVersion: group.text('version'),
    releaseVersion: group.text('releaseVersion'),
    amiType: group.text('amiType'),
    capacityType: group.text('capacityType'),
    instanceTypes: group.texts('instanceTypes'),
    labels: group.pairs('labels'),
    taints: group
      .parts('taints')
      ?.map((taint) =>
        defined({ key: taint.requiredText('key'), value: taint.text('value'), effect: taint.requiredText('effect') }),
      ),
    minSize: scaling?.number('minSize'),
    maxSize: scaling?.number('maxSize'),
    subnetIds: sorted(group.texts('subnets')),
  });
}

export function profileFacts(profile: Answer): FargateProfileFacts {
  return defined({
    name: profile.requiredText('fargateProfileName'),
    status: profile.text('status'),
    podExecutionRoleArn: profile.text('podExecutionRoleArn'),
    subnetIds: sorted(profile.texts('subnets')),
    selectors: (profile.parts('selectors') ?? []).map((selector) => ({
      namespace: selector.requiredText('namespace'),
      labels: selector.pairs('labels') ?? {},
    })),
  });
}

function sorted(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined ? undefined : [...list].sort(byCodeUnit);
}
