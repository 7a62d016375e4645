/** What the door passes on of this folder. */
export type { AddOnProps, ChartValues, EitherFormProps, PinnedChartProps, ReadChartProps } from './add-on-props';
export { KarpenterAddOn, type KarpenterAddOnProps } from './karpenter-add-on';
export { LoadBalancerControllerAddOn, type LoadBalancerControllerAddOnProps } from './load-balancer-controller-add-on';
export { MetricsServerAddOn, type MetricsServerAddOnProps } from './metrics-server-add-on';
