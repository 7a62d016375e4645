import { defined } from '../../model/defined';
import type { FargateProfileFacts, NodeGroupFacts } from '../../model/facts';
import { by } from '../../model/order';
import type { Answer } from '../answer';
import type { Reader } from '../reader';
import { healthIssues, sorted } from './parts';

export async function readNodeGroups(reader: Reader): Promise<readonly NodeGroupFacts[]> {
  const clusterName = reader.environment.clusterName;
  const names = await reader.pages('ListNodegroups', { clusterName }, (page) => page.texts('nodegroups'));
  const groups = await reader.each(names, (nodegroupName) =>
    reader.ask('DescribeNodegroup', { clusterName, nodegroupName }, (answer) =>
      nodeGroupFacts(answer.requiredPart('nodegroup')),
    ),
  );
  return groups.sort(by(({ name }) => name));
}

export async function readFargateProfiles(reader: Reader): Promise<readonly FargateProfileFacts[]> {
  const clusterName = reader.environment.clusterName;
  const names = await reader.pages('ListFargateProfiles', { clusterName }, (page) => page.texts('fargateProfileNames'));
  const profiles = await reader.each(names, (fargateProfileName) =>
    reader.ask('DescribeFargateProfile', { clusterName, fargateProfileName }, (answer) =>
      profileFacts(answer.requiredPart('fargateProfile')),
    ),
  );
  return profiles.sort(by(({ name }) => name));
}

export function nodeGroupFacts(group: Answer): NodeGroupFacts {
  const scaling = group.part('scalingConfig');
  const template = group.part('launchTemplate');
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
      )
      .sort(
        by(
          ({ key }) => key,
          ({ effect }) => effect,
        ),
      ),
    minSize: scaling?.number('minSize'),
    maxSize: scaling?.number('maxSize'),
    subnetIds: sorted(group.texts('subnets')),
    nodeRoleArn: group.text('nodeRole'),
    diskSize: group.number('diskSize'),
    launchTemplate:
      template && `${template.text('id') ?? template.text('name') ?? ''} ${template.text('version') ?? ''}`,
    ...updateFacts(group.part('updateConfig')),
    nodeRepair: group.part('nodeRepairConfig')?.flag('enabled'),
    healthIssues: healthIssues(group),
  });
}

function updateFacts(update: Answer | undefined) {
  const count = update?.number('maxUnavailable');
  const percentage = update?.number('maxUnavailablePercentage');
  const share = percentage === undefined ? undefined : `${percentage}%`;
  return {
    maxUnavailable: count === undefined ? share : String(count),
    updateStrategy: update?.text('updateStrategy'),
  };
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
    healthIssues: healthIssues(profile),
  });
}
