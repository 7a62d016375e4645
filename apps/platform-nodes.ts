import { defineApp, Ec2NodeClass, NodePool } from 'cdk8s-eks';

const WITHOUT = 'its nodes come from a managed node group, without Karpenter';
const BROUGHT = 'EKS Auto Mode brings its own NodePools';

/** The nodes that Karpenter starts where a managed node group has no room left: on demand and spot, of recent families. */
export default defineApp({
  name: 'platform-nodes',
  owner: 'platform',
  skip: { local: 'a laptop’s cluster has the nodes it has', dev: BROUGHT, staging: WITHOUT },
  charts(scope, { clusterName }) {
    const nodeClass = new Ec2NodeClass(scope, 'general-class', {
      name: 'general',
      role: 'karpenter-nodes',
      ami: 'al2023@v20251112',
      securityGroups: [{ tags: { 'karpenter.sh/discovery': clusterName } }],
    });
    new NodePool(scope, 'general', {
      nodeClass,
      requirements: {
        capacityType: ['on-demand', 'spot'],
        architecture: ['amd64'],
        instanceCategory: ['c', 'm', 'r'],
        instanceGeneration: { gt: 5 },
      },
      limits: { cpu: 200, memory: '800Gi' },
      expireAfter: '336h',
      disruption: { consolidateAfter: '1m', budgets: [{ nodes: '10%' }] },
    });
  },
});
