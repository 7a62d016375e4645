import { type AddOnRow, monitoredWhen, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29: the chart at 9.59.1, which has the image of Kubernetes 1.35. */
export const CLUSTER_AUTOSCALER: AddOnRow = {
  controller: 'clusterAutoscaler',
  namespace: 'kube-system',
  serviceAccounts: ['cluster-autoscaler'],
  permissions: {
    statements: [
      {
        actions: [
          'autoscaling:DescribeAutoScalingGroups',
          'autoscaling:DescribeAutoScalingInstances',
          'autoscaling:DescribeLaunchConfigurations',
          'autoscaling:DescribeScalingActivities',
          'autoscaling:DescribeTags',
          'ec2:DescribeImages',
          'ec2:DescribeInstanceTypes',
          'ec2:DescribeLaunchTemplateVersions',
          'ec2:GetInstanceTypesFromInstanceRequirements',
          'eks:DescribeNodegroup',
        ],
        resources: '*',
      },
      {
        actions: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
        resources: 'groups with the tag k8s.io/cluster-autoscaler/<cluster>',
      },
    ],
    required: true,
  },
  conflicts: [
    {
      addOn: 'karpenter',
      why: 'both make nodes for the same waiting Pods, and the cluster autoscaler takes away what it finds empty',
    },
  ],
  autoMode: 'nodes for Pods that find none',
  onlyEks: true,
  needs: [monitoredWhen('serviceMonitor', 'enabled')],
  traps: [
    'Its image has to be of the minor version of the cluster.',
    'The chart’s region is not that of the cluster unless it is set.',
    'It finds node groups by the tags k8s.io/cluster-autoscaler/enabled and k8s.io/cluster-autoscaler/<cluster>.',
  ],
  forms: {
    chart: {
      chart: 'cluster-autoscaler',
      repoURL: 'https://kubernetes.github.io/autoscaler',
      clusterKinds: [...RBAC_KINDS],
      roleAnnotations: [['rbac', 'serviceAccount', 'annotations']],
    },
  },
  see: ['https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/charts/cluster-autoscaler'],
};
