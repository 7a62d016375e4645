import type { Controller } from '../controller';
import { CONTROLLERS } from '../controllers';
import type { AddOnName, AddOnRow } from './add-on';
import { ARGO_ROLLOUTS } from './argo-rollouts';
import { CERT_MANAGER } from './cert-manager';
import { CLOUDWATCH_OBSERVABILITY } from './cloudwatch-observability';
import { CLUSTER_AUTOSCALER } from './cluster-autoscaler';
import { COREDNS } from './coredns';
import { EBS_CSI_DRIVER } from './ebs-csi-driver';
import { EFS_CSI_DRIVER } from './efs-csi-driver';
import { EXTERNAL_DNS } from './external-dns';
import { EXTERNAL_SECRETS } from './external-secrets';
import { KARPENTER } from './karpenter';
import { KEDA } from './keda';
import { KUBE_PROMETHEUS_STACK } from './kube-prometheus-stack';
import { KUBE_PROXY } from './kube-proxy';
import { LOAD_BALANCER_CONTROLLER } from './load-balancer-controller';
import { METRICS_SERVER } from './metrics-server';
import { NODE_MONITORING_AGENT } from './node-monitoring-agent';
import { POD_IDENTITY_AGENT } from './pod-identity-agent';
import { S3_CSI_DRIVER } from './s3-csi-driver';
import { SNAPSHOT_CONTROLLER } from './snapshot-controller';
import { VPC_CNI } from './vpc-cni';

/** Every add-on that constructs, rules and pages know. A name without a row does not compile. */
export const ADD_ONS: Readonly<Record<AddOnName, AddOnRow>> = {
  'amazon-cloudwatch-observability': CLOUDWATCH_OBSERVABILITY,
  'argo-rollouts': ARGO_ROLLOUTS,
  'aws-ebs-csi-driver': EBS_CSI_DRIVER,
  'aws-efs-csi-driver': EFS_CSI_DRIVER,
  'aws-load-balancer-controller': LOAD_BALANCER_CONTROLLER,
  'aws-mountpoint-s3-csi-driver': S3_CSI_DRIVER,
  'cert-manager': CERT_MANAGER,
  'cluster-autoscaler': CLUSTER_AUTOSCALER,
  coredns: COREDNS,
  'eks-node-monitoring-agent': NODE_MONITORING_AGENT,
  'eks-pod-identity-agent': POD_IDENTITY_AGENT,
  'external-dns': EXTERNAL_DNS,
  'external-secrets': EXTERNAL_SECRETS,
  karpenter: KARPENTER,
  keda: KEDA,
  'kube-prometheus-stack': KUBE_PROMETHEUS_STACK,
  'kube-proxy': KUBE_PROXY,
  'metrics-server': METRICS_SERVER,
  'snapshot-controller': SNAPSHOT_CONTROLLER,
  'vpc-cni': VPC_CNI,
};

export const ADD_ON_NAMES = Object.keys(ADD_ONS) as readonly AddOnName[];

/** The row of `controllers.ts` that an add-on grows out of. */
export const controllerOf = (name: AddOnName): Controller => CONTROLLERS[ADD_ONS[name].controller];

/** What an add-on is called in text: `Karpenter`, `the EBS CSI driver`. */
export const addOnTitle = (name: AddOnName): string => controllerOf(name).title;

export function isAddOnName(text: string): text is AddOnName {
  return Object.hasOwn(ADD_ONS, text);
}

/** Those that Argo CD can install. */
export const DELIVERED_ADD_ONS: readonly AddOnName[] = ADD_ON_NAMES.filter((name) => {
  const { chart, manifests } = ADD_ONS[name].forms;
  return chart !== undefined || manifests !== undefined;
});

/** Names of add-ons of EKS that Auto Mode runs by itself. */
export const AUTO_MODE_ADD_ONS: readonly string[] = ADD_ON_NAMES.filter(
  (name) => ADD_ONS[name].autoMode !== undefined && ADD_ONS[name].forms.eks !== undefined,
).flatMap((name) => controllerOf(name).addOn ?? []);
