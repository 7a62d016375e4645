import { defineApp, Ec2NodeClass, NodePool } from 'cdk8s-eks';

export default defineApp({
  name: 'spot-pool',
  owner: 'platform',
  charts(scope, { clusterName }) {
    const tags = { 'karpenter.sh/discovery': clusterName };
    const nodeClass = new Ec2NodeClass(scope, 'class', {
      name: 'spot',
      role: 'karpenter-node',
      ami: 'bottlerocket@v1.39.0',
      subnets: [{ tags }],
      securityGroups: [{ tags }],
    });
    new NodePool(scope, 'pool', {
      name: 'spot',
      nodeClass,
      weight: 10,
      limits: { cpu: '200' },
      labels: { team: 'batch' },
      taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }],
      requirements: {
        capacityType: ['spot'],
        architecture: ['amd64', 'arm64'],
        instanceCategory: { in: ['c', 'm', 'r'], minValues: 2 },
        instanceGeneration: { gt: 5 },
      },
      expireAfter: '168h',
      disruption: {
        consolidateAfter: '30s',
        budgets: [{ nodes: '20%' }, { nodes: 0, schedule: '0 9 * * 1-5', duration: '8h', reasons: ['Drifted'] }],
      },
    });
  },
});
