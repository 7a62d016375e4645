import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const VPC_CNI: AddOnRow = {
  controller: 'vpcCni',
  namespace: 'kube-system',
  serviceAccounts: ['aws-node'],
  permissions: { managedPolicies: ['AmazonEKS_CNI_Policy'], required: false },
  autoMode: 'the network of Pods',
  onlyEks: true,
  traps: [
    'It moves one minor version at a time; EKS refuses a larger step.',
    'The values of `env` and `enableNetworkPolicy` are texts: `"true"`, not `true`.',
    'From 1.23.0 it needs the network policy agent 1.4.1 or later.',
    'In a cluster with IPv6 its role needs a policy of your own instead of AmazonEKS_CNI_Policy.',
    'Whatever restarts it leaves nodes without addresses for new Pods meanwhile.',
  ],
  forms: {
    eks: {
      owner: 'aws',
      configuration: { env: 'textMap', enableNetworkPolicy: 'textBoolean', eniConfig: 'map', nodeAgent: 'map' },
    },
    chart: {
      chart: 'aws-vpc-cni',
      repoURL: 'https://aws.github.io/eks-charts',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS, 'ENIConfig.crd.k8s.amazonaws.com'],
      roleAnnotations: [['serviceAccount', 'annotations']],
    },
  },
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html',
    'https://github.com/aws/eks-charts/tree/master/stable/aws-vpc-cni',
  ],
};
