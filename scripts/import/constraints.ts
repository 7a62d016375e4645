// What the API server enforces in code and so does not publish in its OpenAPI: definition → field → constraint.
// A definition is named by the last part of its name, in all groups and versions; '' is the definition itself.
// Sources, of release 1.34:
//   core             https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go
//   workloads        https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/apps/validation/validation.go
//                    https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/batch/validation/validation.go
//   networking       https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/networking/validation/validation.go
//   the others       storage, policy, autoscaling, rbac, admissionregistration and scheduling beside them
//   formats of names https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go
// Where 0 means "take the default", 0 is accepted here too. Conditions between fields are not said here.
import { ROUGH_CIDR_PATTERN } from '../../src/grammar/cidr';
import { DNS_LABEL, DNS_LABEL_PATTERN, OPTIONAL_DNS_LABEL_PATTERN } from '../../src/grammar/dns';
import { FIRST_PORT, LAST_PORT, PORT_NAME_SCHEMA } from '../../src/grammar/port';
import type { SchemaNode } from '../../src/model/schema';

const port = { minimum: FIRST_PORT, maximum: LAST_PORT };
const protocol = { enum: ['TCP', 'UDP', 'SCTP'] };
const accessModes = { items: { enum: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'] } };
const volumeMode = { enum: ['Filesystem', 'Block'] };
const fileMode = { minimum: 0, maximum: 511 };
const notNegative = { minimum: 0 };
const positive = { minimum: 1 };
const label = { pattern: DNS_LABEL_PATTERN, maxLength: DNS_LABEL.max };
const portName = PORT_NAME_SCHEMA;
const servicePortName = { pattern: OPTIONAL_DNS_LABEL_PATTERN, maxLength: DNS_LABEL.max };
const pullPolicy = { enum: ['Always', 'IfNotPresent', 'Never'] };
const cidr = { pattern: ROUGH_CIDR_PATTERN };
const oneOf = (...fields: readonly string[]) => ({ oneOf: fields.map((field) => ({ required: [field] })) });

type Fields = Readonly<Record<string, SchemaNode>>;
export type Constraints = Readonly<Record<string, Fields>>;

const container: Fields = {
  '': { required: ['image'] },
  name: label,
  imagePullPolicy: pullPolicy,
  terminationMessagePolicy: { enum: ['File', 'FallbackToLogsOnError'] },
};

const pods: Constraints = {
  Container: container,
  EphemeralContainer: container,
  ContainerPort: { containerPort: port, hostPort: { minimum: 0, maximum: LAST_PORT }, protocol, name: portName },
  PodSpec: {
    restartPolicy: { enum: ['Always', 'OnFailure', 'Never'] },
    dnsPolicy: { enum: ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'] },
    preemptionPolicy: { enum: ['PreemptLowerPriority', 'Never'] },
    activeDeadlineSeconds: positive,
    containers: { minItems: 1 },
  },
  Probe: {
    '': oneOf('exec', 'grpc', 'httpGet', 'tcpSocket'),
    failureThreshold: notNegative,
    periodSeconds: notNegative,
    successThreshold: notNegative,
    timeoutSeconds: notNegative,
    initialDelaySeconds: notNegative,
    terminationGracePeriodSeconds: positive,
  },
  HTTPGetAction: { port, scheme: { enum: ['HTTP', 'HTTPS'] } },
  TCPSocketAction: { port },
  GRPCAction: { port },
  Toleration: {
    operator: { enum: ['Exists', 'Equal', 'Lt', 'Gt'] },
    effect: { enum: ['NoSchedule', 'PreferNoSchedule', 'NoExecute', ''] },
  },
  TopologySpreadConstraint: {
    maxSkew: positive,
    minDomains: positive,
    whenUnsatisfiable: { enum: ['DoNotSchedule', 'ScheduleAnyway'] },
    nodeAffinityPolicy: { enum: ['Honor', 'Ignore'] },
    nodeTaintsPolicy: { enum: ['Honor', 'Ignore'] },
  },
  WeightedPodAffinityTerm: { weight: { minimum: 1, maximum: 100 } },
  PreferredSchedulingTerm: { weight: { minimum: 1, maximum: 100 } },
  NodeSelectorRequirement: { operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'] } },
  LabelSelectorRequirement: { operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] } },
  SeccompProfile: { type: { enum: ['Localhost', 'RuntimeDefault', 'Unconfined'] } },
  AppArmorProfile: { type: { enum: ['Localhost', 'RuntimeDefault', 'Unconfined'] } },
  PodSecurityContext: {
    fsGroupChangePolicy: { enum: ['Always', 'OnRootMismatch'] },
    runAsUser: notNegative,
    runAsGroup: notNegative,
    fsGroup: notNegative,
  },
  SecurityContext: { procMount: { enum: ['Default', 'Unmasked'] }, runAsUser: notNegative, runAsGroup: notNegative },
  Volume: { name: label },
  VolumeMount: {
    mountPath: { minLength: 1 },
    mountPropagation: { enum: ['None', 'HostToContainer', 'Bidirectional'] },
  },
  HostPathVolumeSource: {
    type: {
      enum: ['', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'],
    },
  },
  ConfigMapVolumeSource: { defaultMode: fileMode },
  SecretVolumeSource: { defaultMode: fileMode },
  ProjectedVolumeSource: { defaultMode: fileMode },
  DownwardAPIVolumeSource: { defaultMode: fileMode },
  KeyToPath: { mode: fileMode },
};

const workloads: Constraints = {
  DeploymentSpec: {
    replicas: notNegative,
    minReadySeconds: notNegative,
    revisionHistoryLimit: notNegative,
    progressDeadlineSeconds: notNegative,
  },
  DeploymentStrategy: { type: { enum: ['Recreate', 'RollingUpdate'] } },
  ReplicaSetSpec: { replicas: notNegative, minReadySeconds: notNegative },
  StatefulSetSpec: {
    replicas: notNegative,
    minReadySeconds: notNegative,
    podManagementPolicy: { enum: ['OrderedReady', 'Parallel'] },
  },
  StatefulSetUpdateStrategy: { type: { enum: ['RollingUpdate', 'OnDelete'] } },
  StatefulSetPersistentVolumeClaimRetentionPolicy: {
    whenDeleted: { enum: ['Retain', 'Delete'] },
    whenScaled: { enum: ['Retain', 'Delete'] },
  },
  DaemonSetSpec: { minReadySeconds: notNegative },
  DaemonSetUpdateStrategy: { type: { enum: ['RollingUpdate', 'OnDelete'] } },
  JobSpec: {
    parallelism: notNegative,
    completions: notNegative,
    backoffLimit: notNegative,
    ttlSecondsAfterFinished: notNegative,
    activeDeadlineSeconds: notNegative,
    completionMode: { enum: ['NonIndexed', 'Indexed'] },
    podReplacementPolicy: { enum: ['TerminatingOrFailed', 'Failed'] },
  },
  PodFailurePolicyRule: { action: { enum: ['FailJob', 'FailIndex', 'Ignore', 'Count'] } },
  CronJobSpec: {
    schedule: { minLength: 1 },
    concurrencyPolicy: { enum: ['Allow', 'Forbid', 'Replace'] },
    startingDeadlineSeconds: notNegative,
    successfulJobsHistoryLimit: notNegative,
    failedJobsHistoryLimit: notNegative,
  },
  HorizontalPodAutoscalerSpec: { maxReplicas: positive, minReplicas: notNegative },
  MetricSpec: { type: { enum: ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'] } },
  MetricTarget: { type: { enum: ['Utilization', 'Value', 'AverageValue'] }, averageUtilization: positive },
  HPAScalingRules: {
    selectPolicy: { enum: ['Max', 'Min', 'Disabled'] },
    stabilizationWindowSeconds: { minimum: 0, maximum: 3600 },
  },
  HPAScalingPolicy: {
    type: { enum: ['Pods', 'Percent'] },
    value: positive,
    periodSeconds: { minimum: 1, maximum: 1800 },
  },
  PodDisruptionBudgetSpec: { unhealthyPodEvictionPolicy: { enum: ['IfHealthyBudget', 'AlwaysAllow'] } },
  PriorityClass: { preemptionPolicy: { enum: ['PreemptLowerPriority', 'Never'] } },
};

const network: Constraints = {
  ServicePort: { port, protocol, name: servicePortName, nodePort: { minimum: 0, maximum: LAST_PORT } },
  ServiceSpec: {
    type: { enum: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
    sessionAffinity: { enum: ['None', 'ClientIP'] },
    externalTrafficPolicy: { enum: ['Cluster', 'Local'] },
    internalTrafficPolicy: { enum: ['Cluster', 'Local'] },
    ipFamilyPolicy: { enum: ['SingleStack', 'PreferDualStack', 'RequireDualStack'] },
    loadBalancerSourceRanges: { items: cidr },
    ipFamilies: { items: { enum: ['IPv4', 'IPv6'] }, maxItems: 2 },
  },
  IngressBackend: { '': oneOf('resource', 'service') },
  ServiceBackendPort: { '': oneOf('name', 'number'), number: port },
  HTTPIngressPath: { pathType: { enum: ['Exact', 'Prefix', 'ImplementationSpecific'] } },
  HTTPIngressRuleValue: { paths: { minItems: 1 } },
  NetworkPolicySpec: { policyTypes: { items: { enum: ['Ingress', 'Egress'] } } },
  NetworkPolicyPort: { protocol, port },
  IPBlock: { cidr, except: { items: cidr } },
  EndpointSlice: { addressType: { enum: ['IPv4', 'IPv6', 'FQDN'] } },
  EndpointPort: { protocol },
};

const storage: Constraints = {
  PersistentVolumeClaimSpec: { '': { required: ['accessModes', 'resources'] }, accessModes, volumeMode },
  PersistentVolumeSpec: {
    accessModes,
    volumeMode,
    persistentVolumeReclaimPolicy: { enum: ['Retain', 'Delete', 'Recycle'] },
  },
  StorageClass: {
    reclaimPolicy: { enum: ['Retain', 'Delete'] },
    volumeBindingMode: { enum: ['Immediate', 'WaitForFirstConsumer'] },
  },
  CSIDriverSpec: {
    fsGroupPolicy: { enum: ['ReadWriteOnceWithFSType', 'File', 'None'] },
    volumeLifecycleModes: { items: { enum: ['Persistent', 'Ephemeral'] } },
  },
};

const access: Constraints = {
  RoleRef: { kind: { enum: ['Role', 'ClusterRole'] }, apiGroup: { enum: ['rbac.authorization.k8s.io'] } },
  Subject: { kind: { enum: ['User', 'Group', 'ServiceAccount'] } },
  ValidatingWebhook: webhook(),
  MutatingWebhook: { ...webhook(), reinvocationPolicy: { enum: ['Never', 'IfNeeded'] } },
};

function webhook(): Fields {
  return {
    failurePolicy: { enum: ['Ignore', 'Fail'] },
    matchPolicy: { enum: ['Exact', 'Equivalent'] },
    sideEffects: { enum: ['None', 'NoneOnDryRun'] },
    timeoutSeconds: { minimum: 1, maximum: 30 },
  };
}

/** Definition → field → what the server asks beside the published schema. */
export const CONSTRAINTS: Constraints = { ...pods, ...workloads, ...network, ...storage, ...access };
