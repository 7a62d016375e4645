import type { Controller } from './controller';
import { NODE_CONTROLLERS } from './node-controllers';

/**
 * What rendered objects may need. A name of an add-on is that of DescribeAddonVersions. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/community-addons.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/automode.html
 */
export const CONTROLLERS = {
  ...NODE_CONTROLLERS,
  loadBalancer: {
    title: 'the AWS Load Balancer Controller',
    without: 'Ingresses and Services get no load balancer',
    needs: {
      groups: ['elbv2.k8s.aws', 'gateway.k8s.aws'],
      classes: ['ingress.k8s.aws/alb', 'service.k8s.aws/nlb', 'gateway.k8s.aws/alb', 'gateway.k8s.aws/nlb'],
    },
    image: /\/aws-load-balancer-controller\b/,
    names: ['aws-load-balancer-controller'],
  },
  autoMode: {
    title: 'EKS Auto Mode',
    without: 'no controller looks at them: no load balancer, no volume and no node is made',
    needs: {
      groups: ['eks.amazonaws.com'],
      drivers: ['ebs.csi.eks.amazonaws.com'],
      classes: ['eks.amazonaws.com/alb', 'eks.amazonaws.com/nlb'],
    },
    autoMode: 'only',
    names: [],
  },
  ebs: {
    title: 'the EBS CSI driver',
    without: 'claims stay Pending',
    needs: { drivers: ['ebs.csi.aws.com', 'kubernetes.io/aws-ebs'] },
    addOn: 'aws-ebs-csi-driver',
    image: /\/aws-ebs-csi-driver\b/,
    names: ['aws-ebs-csi-driver', 'ebs-csi-controller', 'ebs-csi-controller-sa'],
  },
  efs: {
    title: 'the EFS CSI driver',
    without: 'claims stay Pending, and Pods with such volumes do not start',
    needs: { drivers: ['efs.csi.aws.com'] },
    addOn: 'aws-efs-csi-driver',
    image: /\/aws-efs-csi-driver\b/,
    names: ['aws-efs-csi-driver', 'efs-csi-controller', 'efs-csi-controller-sa'],
  },
  s3: {
    title: 'the Mountpoint for S3 CSI driver',
    without: 'Pods with such volumes do not start',
    needs: { drivers: ['s3.csi.aws.com'] },
    addOn: 'aws-mountpoint-s3-csi-driver',
    image: /\/aws-s3-csi-driver\b/,
    names: ['aws-mountpoint-s3-csi-driver', 's3-csi-node', 's3-csi-driver-sa'],
  },
  fsx: {
    title: 'the FSx for Lustre CSI driver',
    without: 'Pods with such volumes do not start',
    needs: { drivers: ['fsx.csi.aws.com'] },
    addOn: 'aws-fsx-csi-driver',
    image: /\/aws-fsx-csi-driver\b/,
    names: ['aws-fsx-csi-driver', 'fsx-csi-controller', 'fsx-csi-controller-sa'],
  },
  snapshots: {
    title: 'the snapshot controller',
    without: 'no snapshot is taken',
    needs: { groups: ['snapshot.storage.k8s.io'] },
    addOn: 'snapshot-controller',
    image: /\/snapshot-controller\b/,
    names: ['snapshot-controller'],
  },
  metricsServer: {
    title: 'metrics-server',
    without: 'autoscalers read no CPU and memory, and scale nothing',
    needs: { uses: ['resourceMetrics'], groups: ['autoscaling.k8s.io'] },
    addOn: 'metrics-server',
    image: /\/metrics-server\b/,
    names: ['metrics-server'],
  },
  podIdentityAgent: {
    title: 'the EKS Pod Identity agent',
    without: 'Pods get no credentials, and AWS refuses their calls',
    needs: { uses: ['podIdentity'] },
    addOn: 'eks-pod-identity-agent',
    autoMode: 'included',
    image: /\/eks-pod-identity-agent\b/,
    names: ['eks-pod-identity-agent'],
  },
  karpenter: {
    title: 'Karpenter',
    without: 'no node is made',
    needs: { groups: ['karpenter.sh', 'karpenter.k8s.aws'] },
    autoMode: 'included',
    setting: 'compute.karpenter',
    image: /\/karpenter\/controller\b/,
    names: ['karpenter'],
  },
  rollouts: {
    title: 'Argo Rollouts',
    without: 'Rollouts make no Pods',
    needs: {
      kinds: ['Rollout', 'AnalysisTemplate', 'ClusterAnalysisTemplate', 'AnalysisRun', 'Experiment'].map(
        (kind) => `argoproj.io/${kind}`,
      ),
    },
    image: /\/argo-rollouts\b/,
    names: ['argo-rollouts'],
  },
  keda: {
    title: 'KEDA',
    without: 'nothing is scaled',
    needs: { groups: ['keda.sh'] },
    image: /\/kedacore\/keda\b/,
    names: ['keda', 'keda-operator'],
  },
  externalSecrets: {
    title: 'the External Secrets Operator',
    without: 'no Secret is written, and Pods that read it do not start',
    needs: { groups: ['external-secrets.io', 'generators.external-secrets.io'] },
    image: /\/external-secrets\/external-secrets\b/,
    names: ['external-secrets'],
  },
  secretsStore: {
    title: 'the Secrets Store CSI driver',
    without: 'Pods with such volumes do not start',
    needs: { groups: ['secrets-store.csi.x-k8s.io'], drivers: ['secrets-store.csi.k8s.io'] },
    image: /\/csi-secrets-store\/driver\b/,
    names: ['secrets-store-csi-driver', 'csi-secrets-store'],
  },
  certManager: {
    title: 'cert-manager',
    without: 'no certificate is issued',
    needs: {
      groups: ['cert-manager.io', 'acme.cert-manager.io'],
      annotations: ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer', 'cert-manager.io/inject-ca-from'],
    },
    addOn: 'cert-manager',
    image: /\/cert-manager-controller\b/,
    names: ['cert-manager'],
  },
  externalDns: {
    title: 'external-dns',
    without: 'no record is written',
    needs: {
      groups: ['externaldns.k8s.io'],
      annotations: ['external-dns.alpha.kubernetes.io/', 'external-dns.kubernetes.io/'],
    },
    addOn: 'external-dns',
    image: /\/external-dns\b/,
    names: ['external-dns'],
  },
  cloudWatch: {
    title: 'the CloudWatch Observability add-on',
    without: 'nothing is collected',
    needs: { groups: ['cloudwatch.aws.amazon.com'] },
    addOn: 'amazon-cloudwatch-observability',
    image: /\/cloudwatch-agent-operator\b/,
    names: ['amazon-cloudwatch-observability', 'amazon-cloudwatch-observability-controller-manager'],
  },
  openTelemetry: {
    title: 'the operator of OpenTelemetry',
    without: 'no collector runs',
    needs: { groups: ['opentelemetry.io'] },
    addOn: 'adot',
    image: /\/(opentelemetry-operator|adot-operator)\b/,
    names: ['adot', 'opentelemetry-operator'],
  },
  prometheusOperator: {
    title: 'the Prometheus Operator',
    without: 'nothing is scraped',
    needs: { groups: ['monitoring.coreos.com'] },
    image: /\/prometheus-operator\b/,
    names: ['kube-prometheus-stack', 'prometheus-operator'],
  },
  ack: {
    title: 'ACK',
    without: 'nothing is made in AWS',
    needs: { groups: ['.services.k8s.aws'] },
    capability: 'ACK',
    setting: 'identity.ack',
    image: /\/aws-controllers-k8s\//,
    names: ['ack-chart', 'ack-eks-controller', 'eks-chart'],
  },
  kro: {
    title: 'kro',
    without: 'no graph is made',
    needs: { groups: ['kro.run'] },
    capability: 'KRO',
    image: /\/kro\b/,
    names: ['kro'],
  },
  kueue: {
    title: 'Kueue',
    without: 'queued Jobs stay suspended',
    needs: { groups: ['kueue.x-k8s.io'] },
    image: /\/kueue\b/,
    names: ['kueue', 'kueue-controller-manager'],
  },
  jobSet: {
    title: 'JobSet',
    without: 'no Job is made',
    needs: { groups: ['jobset.x-k8s.io'] },
    image: /\/jobset\b/,
    names: ['jobset', 'jobset-controller-manager'],
  },
} as const satisfies Readonly<Record<string, Controller>>;

export type ControllerName = keyof typeof CONTROLLERS;
