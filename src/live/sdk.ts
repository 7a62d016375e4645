/** What is used of the AWS SDK. It becomes a file of its own in `lib/`, which only `facts` loads. */
export {
  DescribeClusterCommand,
  DescribeFargateProfileCommand,
  DescribeNodegroupCommand,
  EKSClient,
  paginateListFargateProfiles,
  paginateListNodegroups,
} from '@aws-sdk/client-eks';
