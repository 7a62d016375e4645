/** What the door passes on of this folder. */
export type {
  AddOnProps,
  ChartValues,
  EitherFormProps,
  ManifestsProps,
  PinnedChartProps,
  ReadChartProps,
} from './add-on-props';
export { ArgoRolloutsAddOn, type ArgoRolloutsAddOnProps } from './argo-rollouts-add-on';
export { CertManagerAddOn, type CertManagerAddOnProps } from './cert-manager-add-on';
export { CloudWatchAddOn, type CloudWatchAddOnProps } from './cloud-watch-add-on';
export { ClusterAutoscalerAddOn, type ClusterAutoscalerAddOnProps } from './cluster-autoscaler-add-on';
export { EbsCsiDriverAddOn, type EbsCsiDriverAddOnProps } from './ebs-csi-driver-add-on';
export { EfsCsiDriverAddOn, type EfsCsiDriverAddOnProps } from './efs-csi-driver-add-on';
export { ExternalDnsAddOn, type ExternalDnsAddOnProps } from './external-dns-add-on';
export { ExternalSecretsAddOn, type ExternalSecretsAddOnProps } from './external-secrets-add-on';
export { KarpenterAddOn, type KarpenterAddOnProps } from './karpenter-add-on';
export { KedaAddOn, type KedaAddOnProps } from './keda-add-on';
export { LoadBalancerControllerAddOn, type LoadBalancerControllerAddOnProps } from './load-balancer-controller-add-on';
export { MetricsServerAddOn, type MetricsServerAddOnProps } from './metrics-server-add-on';
export { NodeMonitoringAddOn, type NodeMonitoringAddOnProps } from './node-monitoring-add-on';
export {
  PrometheusStackAddOn,
  type PrometheusStackAddOnProps,
  type PrometheusStorage,
} from './prometheus-stack-add-on';
export { S3CsiDriverAddOn, type S3CsiDriverAddOnProps } from './s3-csi-driver-add-on';
export { SnapshotControllerAddOn, type SnapshotControllerAddOnProps } from './snapshot-controller-add-on';
export { VpcCniAddOn, type VpcCniAddOnProps } from './vpc-cni-add-on';
