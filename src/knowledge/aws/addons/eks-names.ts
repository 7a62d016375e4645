import type { AddOnName } from './add-on';
import { ADD_ON_NAMES, controllerOf } from './catalogue';

/** Add-ons of EKS that the catalogue has no row for. AWS adds to them: one that is not here may be there. */
const OTHERS: readonly string[] = [
  'adot',
  'amazon-sagemaker-hyperpod-taskgovernance',
  'aws-fsx-csi-driver',
  'aws-guardduty-agent',
  'aws-network-flow-monitoring-agent',
  'aws-privateca-connector-for-kubernetes',
  'fluent-bit',
  'kube-state-metrics',
  'prometheus-node-exporter',
];

/**
 * The names of add-ons of EKS that are known. Read on 2026-11-30.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
 */
export const EKS_ADD_ON_NAMES: readonly string[] = [
  ...ADD_ON_NAMES.flatMap((name) => controllerOf(name).addOn ?? []),
  ...OTHERS,
];

/** Those of AWS Marketplace have the name of who sells them before an underscore. */
export const OF_MARKETPLACE = /^[a-z0-9-]+_[a-z0-9-]+/;

/** The construct that installs what EKS has no add-on of. */
export const INSTALLED_BY: Readonly<Partial<Record<AddOnName, string>>> = {
  'argo-rollouts': 'ArgoRolloutsAddOn',
  'aws-load-balancer-controller': 'LoadBalancerControllerAddOn',
  'cluster-autoscaler': 'ClusterAutoscalerAddOn',
  'external-secrets': 'ExternalSecretsAddOn',
  karpenter: 'KarpenterAddOn',
  keda: 'KedaAddOn',
  'kube-prometheus-stack': 'PrometheusStackAddOn',
};
