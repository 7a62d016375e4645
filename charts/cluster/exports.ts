/** What the door passes on of this folder. */
export { EksCluster } from './eks-cluster';
export type { EksClusterOverrides, EksClusterProps } from './eks-cluster-props';
