import { type AddOnRow, DEFINITION_KIND, RBAC_KINDS } from './add-on';

/** Read on 2026-11-29. */
export const NODE_MONITORING_AGENT: AddOnRow = {
  controller: 'nodeMonitoring',
  namespace: 'kube-system',
  serviceAccounts: [],
  autoMode: 'the agent',
  onlyEks: true,
  traps: [
    'It only tells: nodes are repaired where the node group or Karpenter has node repair on.',
    'The chart pulls its image from us-west-2 unless the region is set.',
  ],
  forms: {
    eks: { owner: 'aws', configuration: { nodeAgent: 'map', dcgmAgent: 'map' } },
    chart: {
      chart: 'eks-node-monitoring-agent',
      repoURL: 'https://aws.github.io/eks-node-monitoring-agent',
      clusterKinds: [DEFINITION_KIND, ...RBAC_KINDS],
    },
  },
  see: ['https://github.com/aws/eks-node-monitoring-agent/tree/main/charts/eks-node-monitoring-agent'],
};
