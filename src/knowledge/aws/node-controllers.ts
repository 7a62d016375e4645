import type { Controller } from './controller';

/**
 * What runs on the nodes of a cluster, or makes them, without a kind of its own that objects would name. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * @see https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler/charts/cluster-autoscaler
 */
export const NODE_CONTROLLERS = {
  vpcCni: {
    title: 'the VPC CNI',
    without: 'Pods get no addresses',
    needs: {},
    addOn: 'vpc-cni',
    image: /\/amazon-k8s-cni\b(?!-init)/,
    names: ['vpc-cni', 'aws-vpc-cni', 'aws-node'],
  },
  coreDns: {
    title: 'CoreDNS',
    without: 'no Pod finds a Service by its name',
    needs: {},
    addOn: 'coredns',
    image: /\/coredns\b/,
    names: ['coredns'],
  },
  kubeProxy: {
    title: 'kube-proxy',
    without: 'no Pod reaches a Service',
    needs: {},
    addOn: 'kube-proxy',
    image: /\/kube-proxy\b/,
    names: ['kube-proxy'],
  },
  nodeMonitoring: {
    title: 'the EKS node monitoring agent',
    without: 'no fault of a node is seen, and none is repaired',
    needs: {},
    addOn: 'eks-node-monitoring-agent',
    image: /\/eks-node-monitoring-agent\b/,
    names: ['eks-node-monitoring-agent'],
  },
  clusterAutoscaler: {
    title: 'the cluster autoscaler',
    without: 'no node group grows',
    needs: {},
    image: /\/cluster-autoscaler\b/,
    names: ['cluster-autoscaler'],
  },
} as const satisfies Readonly<Record<string, Controller>>;
