import { type AddOnRow, DEFINITION_KIND, monitoredWhen, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29: the chart at 1.14.1, and the policies of its CloudFormation. */
export const KARPENTER: AddOnRow = {
  controller: 'karpenter',
  namespace: 'kube-system',
  serviceAccounts: ['karpenter'],
  permissions: {
    statements: [
      {
        actions: [
          'ec2:RunInstances',
          'ec2:CreateFleet',
          'ec2:CreateLaunchTemplate',
          'ec2:CreateTags',
          'ec2:TerminateInstances',
          'ec2:DeleteLaunchTemplate',
        ],
        resources: 'what has the tags kubernetes.io/cluster/<cluster>=owned and karpenter.sh/nodepool',
      },
      {
        actions: ['iam:PassRole', 'iam:*InstanceProfile', 'iam:TagInstanceProfile'],
        resources: 'the role of the nodes, and instance profiles of the cluster',
      },
      { actions: ['eks:DescribeCluster'], resources: 'the cluster' },
      {
        actions: ['sqs:DeleteMessage', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
        resources: 'the queue of interruptions',
      },
      { actions: ['ec2:Describe*', 'ssm:GetParameter', 'pricing:GetProducts'], resources: '*' },
    ],
    policy: 'https://karpenter.sh/v1.14/reference/cloudformation/',
    required: true,
  },
  conflicts: [
    {
      addOn: 'cluster-autoscaler',
      why: 'both make nodes for the same waiting Pods, and the cluster autoscaler takes away what it finds empty',
    },
  ],
  autoMode: 'Karpenter',
  onlyEks: true,
  minimums: { '1.33': '1.5.0', '1.34': '1.6.0', '1.35': '1.9.0', '1.36': '1.13.0' },
  needs: [monitoredWhen('serviceMonitor', 'enabled')],
  traps: [
    'It must not run on nodes that it makes itself: it needs a node group or a Fargate profile.',
    'Without a queue of interruptions, Spot instances go without warning.',
    'Subnets and security groups are found by tags, such as karpenter.sh/discovery.',
    'It has no resources unless they are set, and is then the first to be evicted.',
    'Where CoreDNS runs on its nodes it needs dnsPolicy Default, or neither starts.',
    'Helm does not update the definitions of its own chart; those of karpenter-crd are.',
  ],
  forms: {
    chart: {
      chart: 'karpenter',
      repoURL: 'public.ecr.aws/karpenter',
      seen: '1.14.1',
      definitionsChart: 'karpenter-crd',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS],
      namespaces: ['kube-node-lease'],
      roleAnnotations: [['serviceAccount', 'annotations']],
    },
  },
  see: [
    'https://karpenter.sh/v1.14/getting-started/getting-started-with-karpenter/',
    'https://karpenter.sh/v1.14/upgrading/compatibility/',
  ],
};
