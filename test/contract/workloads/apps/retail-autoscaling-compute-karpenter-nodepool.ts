import { defineApp, Ec2NodeClass, NodePool } from 'cdk8s-eks';

export default defineApp({
  name: 'karpenter',
  owner: 'platform',
  charts(scope, { clusterName }) {
    const tags = { 'karpenter.sh/discovery': clusterName };
    const nodeClass = new Ec2NodeClass(scope, 'class', {
      name: 'default',
      role: 'karpenter-node',
      ami: 'al2023@latest',
      amiFamily: 'AL2023',
      subnets: [{ tags }],
      securityGroups: [{ tags }],
      tags: { 'app.kubernetes.io/created-by': 'eks-workshop' },
    });
    new NodePool(scope, 'pool', {
      name: 'default',
      nodeClass,
      labels: { type: 'karpenter' },
      requirements: {
        capacityType: ['on-demand'],
        instanceType: ['c5.large', 'm5.large', 'r5.large', 'm5.xlarge'],
      },
      disruption: { consolidationPolicy: 'WhenEmptyOrUnderutilized', consolidateAfter: '1m' },
      expireAfter: '72h',
      limits: { cpu: '1000', memory: '1000Gi' },
    });
  },
});
