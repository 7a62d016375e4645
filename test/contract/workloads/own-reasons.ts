import type { Reason } from './compare';

const PLACEHOLDER = 'the original has a placeholder: the environment’s value stands in its place';
const ALB = 'alb.ingress.kubernetes.io';

export const LOAD_BALANCER: readonly Reason[] = [
  {
    field: `Ingress metadata.annotations["${ALB}/certificate-arn"]`,
    ours: '"arn:aws:acm:*"',
    why: 'HTTPS, with the certificate that covers the host',
  },
  {
    field: `Ingress metadata.annotations["${ALB}/listen-ports"]`,
    ours: '"[{\\"HTTP\\":80},{\\"HTTPS\\":443}]"',
    why: 'HTTPS, and HTTP that leads to it',
  },
  { field: `Ingress metadata.annotations["${ALB}/ssl-redirect"]`, ours: '"443"', why: 'HTTP leads to HTTPS' },
  { field: `Ingress metadata.annotations["${ALB}/ssl-policy"]`, ours: '"*TLS13*"', why: 'no old TLS' },
  { field: 'Ingress spec.rules[0].host', ours: '"*.test.example.com"', why: 'a host that the certificate covers' },
];
export const INBOUND: readonly Reason[] = [
  { field: `Ingress metadata.annotations["${ALB}/inbound-cidrs"]`, ours: '"203.0.113.0/24"', why: PLACEHOLDER },
];
const TOGETHER = 'all of a workload are called alike';
export const GAME: readonly Reason[] = [
  ...['Deployment', 'Service', 'Ingress'].map((kind) => ({
    field: `${kind} metadata.name`,
    ours: '"game-2048"',
    why: TOGETHER,
  })),
  { field: 'Ingress spec.rules*.backend.service.name', ours: '"game-2048"', why: TOGETHER },
  { field: '* spec*.ports["*"].name', ours: '"http"', why: 'ports have names' },
];
export const GUESTBOOK: readonly Reason[] = [
  { field: '* metadata.namespace', ours: '"guestbook"', why: 'what is namespaced says where it belongs' },
  { field: '* spec*.ports["*"].name', ours: '"*"', why: 'ports have names' },
];
export const PODINFO: readonly Reason[] = [
  { field: 'ConfigMap data["*.sh"]', ours: '"*"', why: 'the scripts are our own' },
  { field: 'PersistentVolumeClaim spec.storageClassName', ours: '"gp3"', why: 'a claim names its class' },
  { field: 'ServiceAccount (object)', ours: 'nothing', why: 'each workload runs as an account of its own' },
];
export const KARPENTER: readonly Reason[] = [
  { field: 'EC2NodeClass spec.role', ours: '"karpenter-node"', why: PLACEHOLDER },
  {
    field: 'EC2NodeClass spec.*SelectorTerms[0].tags["karpenter.sh/discovery"]',
    ours: '"test-cluster"',
    why: PLACEHOLDER,
  },
];
export const HPA: readonly Reason[] = [
  { field: 'HorizontalPodAutoscaler apiVersion', ours: '"autoscaling/v2"', why: 'the version that has all metrics' },
  {
    field: 'HorizontalPodAutoscaler spec.metrics',
    ours: '[{"resource":{"name":"cpu","target":{"averageUtilization":80,"type":"Utilization"}},"type":"Resource"}]',
    why: 'the same, as autoscaling/v2 says it',
  },
  {
    field: 'HorizontalPodAutoscaler spec.targetCPUUtilizationPercentage',
    ours: 'nothing',
    why: 'said as a metric of autoscaling/v2',
  },
  { field: 'Deployment spec.replicas', ours: 'nothing', why: 'the autoscaler’s, or each sync would undo it' },
];
export const ROOT_PASSWORD: readonly Reason[] = [
  {
    field: 'StatefulSet spec*.env.MYSQL_ROOT_PASSWORD.*',
    ours: '*',
    why: 'a password is read from the Secret, and is not written down',
  },
];
const ELSEWHERE = 'the Service belongs to the workload it leads to, which the original takes from elsewhere';
export const NLB: readonly Reason[] = [
  ...['ConfigMap', 'Deployment', 'Namespace', 'Service'].map((kind) => ({
    field: `${kind} (object)`,
    ours: 'there',
    why: ELSEWHERE,
  })),
  {
    field: 'Service metadata.annotations["service.beta.kubernetes.io/load-balancer-source-ranges"]',
    ours: 'nothing',
    why: 'a field of Service says the same',
  },
  { field: 'Service spec.loadBalancerSourceRanges', ours: '["203.0.113.0/24"]', why: PLACEHOLDER },
];
export const AFFINITY: readonly Reason[] = [
  {
    field: 'Deployment spec.template.spec.affinity.*.labelSelector.*',
    ours: '*',
    why: 'the same Pods, by our labels',
  },
];
export const CLAIM_TEMPLATE: readonly Reason[] = [
  {
    field: 'StatefulSet spec.template.spec.volumes',
    ours: 'nothing',
    why: 'the claim template takes the place of the empty folder of the same name',
  },
  { field: 'StatefulSet spec*.volumeMounts*', ours: '*', why: 'the mount is the claim’s, not the empty folder’s' },
];
export const EFS_CLASS: readonly Reason[] = [
  { field: 'StorageClass parameters.fileSystemId', ours: '"fs-0123456789abcdef0"', why: PLACEHOLDER },
  { field: 'StorageClass reclaimPolicy', ours: '"Retain"', why: 'data outlives its claim' },
  { field: 'StorageClass volumeBindingMode', ours: '"Immediate"', why: 'the server’s default, which never changes' },
];
export const RDS: readonly Reason[] = [
  {
    field: 'ConfigMap data.RETAIL_CATALOG_PERSISTENCE_ENDPOINT',
    ours: '"catalog.example.eu-west-1.rds.amazonaws.com:3306"',
    why: PLACEHOLDER,
  },
];
export const RBAC: readonly Reason[] = [
  { field: 'RoleBinding metadata.name', ours: '"carts-team-role"', why: 'Role and RoleBinding are called alike' },
];
export const TABLE: readonly Reason[] = [
  {
    field: 'ConfigMap data.RETAIL_CART_PERSISTENCE_DYNAMODB_TABLE_NAME',
    ours: '"eks-workshop-carts"',
    why: PLACEHOLDER,
  },
];
export const IRSA: readonly Reason[] = [
  {
    field: 'ServiceAccount metadata.annotations["eks.amazonaws.com/role-arn"]',
    ours: '"arn:aws:iam::111122223333:role/retail/carts"',
    why: PLACEHOLDER,
  },
];
export const CASSANDRA: readonly Reason[] = [
  {
    field: 'StatefulSet spec*.capabilities.add',
    ours: 'nothing',
    why: 'Pod Security baseline does not allow IPC_LOCK; without it Cassandra warns, and runs',
  },
  {
    field: 'StorageClass parameters.kmsKeyId',
    ours: '"arn:aws:kms:*"',
    why: 'the environment’s own key encrypts disks',
  },
];
export const API_CALLS: readonly Reason[] = [
  { field: 'Deployment spec*.automountServiceAccountToken', ours: 'true', why: 'it is said which Pods call the API' },
  { field: 'Deployment spec*Probe.httpGet.port', ours: '7979', why: 'the port’s number instead of its name' },
];
export const SPOT: readonly Reason[] = [
  { field: 'NodePool spec.disruption.consolidationPolicy', ours: 'nothing', why: 'Karpenter’s default is not written' },
];
export const TEAM: readonly Reason[] = [
  { field: 'RoleBinding metadata.name', ours: '"team-edit"', why: 'a binding is called after the role that it gives' },
];
export const ZOOKEEPER: readonly Reason[] = [
  ...['PodDisruptionBudget', 'Service'].map((kind) => ({
    field: `${kind} metadata.name`,
    ours: '"zk"',
    why: TOGETHER,
  })),
  { field: 'StatefulSet spec.serviceName', ours: '"zk"', why: TOGETHER },
  { field: 'Service spec.ports.client.*', ours: '*', why: 'the headless Service has every port' },
  {
    field: 'StatefulSet spec.template.spec.affinity*',
    ours: 'nothing',
    why: 'Pods spread over zones and nodes by topologySpreadConstraints instead',
  },
];
export const ORDER: readonly Reason[] = [
  { field: 'Deployment spec*olume* (order)', ours: '["/tmp","/efs"]', why: 'writable folders come first' },
];
export const EMPTY: readonly Reason[] = [{ field: 'ConfigMap data', ours: '{}', why: 'it holds nothing, and says so' }];
export const NODE_EXPORTER: readonly Reason[] = [
  {
    field: 'DaemonSet spec*.capabilities.drop',
    ours: 'nothing',
    why: 'with access to the host, the profile is no longer restricted, and capabilities cannot be dropped',
  },
  {
    field: 'DaemonSet spec.template.spec.dnsPolicy',
    ours: '"ClusterFirstWithHostNet"',
    why: 'without it, a Pod of the host’s network does not find Services',
  },
];
