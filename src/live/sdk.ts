import {
  DescribeAccessEntryCommand,
  DescribeAddonCommand,
  DescribeAddonVersionsCommand,
  DescribeCapabilityCommand,
  DescribeClusterCommand,
  DescribeClusterVersionsCommand,
  DescribeFargateProfileCommand,
  DescribeIdentityProviderConfigCommand,
  DescribeInsightCommand,
  DescribeNodegroupCommand,
  DescribePodIdentityAssociationCommand,
  DescribeUpdateCommand,
  ListAccessEntriesCommand,
  ListAddonsCommand,
  ListAssociatedAccessPoliciesCommand,
  ListCapabilitiesCommand,
  ListFargateProfilesCommand,
  ListIdentityProviderConfigsCommand,
  ListInsightsCommand,
  ListNodegroupsCommand,
  ListPodIdentityAssociationsCommand,
  ListUpdatesCommand,
} from '@aws-sdk/client-eks';
import type { FactsCall } from '../knowledge/aws/facts-calls';

/** What is used of the AWS SDK. It becomes a file of its own in `lib/`, which only `facts` and `bump --resolve` load. */
export { ECRClient, GetAuthorizationTokenCommand } from '@aws-sdk/client-ecr';
export { EKSClient } from '@aws-sdk/client-eks';

/** A command of each call. */
export const COMMANDS = {
  DescribeAccessEntry: DescribeAccessEntryCommand,
  DescribeAddon: DescribeAddonCommand,
  DescribeAddonVersions: DescribeAddonVersionsCommand,
  DescribeCapability: DescribeCapabilityCommand,
  DescribeCluster: DescribeClusterCommand,
  DescribeClusterVersions: DescribeClusterVersionsCommand,
  DescribeFargateProfile: DescribeFargateProfileCommand,
  DescribeIdentityProviderConfig: DescribeIdentityProviderConfigCommand,
  DescribeInsight: DescribeInsightCommand,
  DescribeNodegroup: DescribeNodegroupCommand,
  DescribePodIdentityAssociation: DescribePodIdentityAssociationCommand,
  DescribeUpdate: DescribeUpdateCommand,
  ListAccessEntries: ListAccessEntriesCommand,
  ListAddons: ListAddonsCommand,
  ListAssociatedAccessPolicies: ListAssociatedAccessPoliciesCommand,
  ListCapabilities: ListCapabilitiesCommand,
  ListFargateProfiles: ListFargateProfilesCommand,
  ListIdentityProviderConfigs: ListIdentityProviderConfigsCommand,
  ListInsights: ListInsightsCommand,
  ListNodegroups: ListNodegroupsCommand,
  ListPodIdentityAssociations: ListPodIdentityAssociationsCommand,
  ListUpdates: ListUpdatesCommand,
} as const satisfies Readonly<Record<FactsCall, unknown>>;
