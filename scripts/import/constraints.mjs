// What the API server enforces in code and so does not publish in its OpenAPI: definition → field → constraint.
// Sources: k8s.io/kubernetes pkg/apis/{core,apps,batch,networking,storage,policy,autoscaling,rbac}/validation.
const port = { minimum: 1, maximum: 65535 };
const protocol = { enum: ['TCP', 'UDP', 'SCTP'] };
const accessModes = { enum: ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'] };
const notNegative = { minimum: 0 };
const positive = { minimum: 1 };

export const CONSTRAINTS = {
  Container: { imagePullPolicy: { enum: ['Always', 'IfNotPresent', 'Never'] }, name: { minLength: 1, maxLength: 63 } },
  ContainerPort: { containerPort: port, hostPort: { minimum: 0, maximum: 65535 }, protocol },
  ServicePort: { port, protocol, nodePort: { minimum: 0, maximum: 65535 } },
  ServiceSpec: {
    type: { enum: ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] },
    sessionAffinity: { enum: ['None', 'ClientIP'] },
    externalTrafficPolicy: { enum: ['Cluster', 'Local'] },
    internalTrafficPolicy: { enum: ['Cluster', 'Local'] },
  },
  ServiceBackendPort: { number: port },
  HTTPIngressPath: { pathType: { enum: ['Exact', 'Prefix', 'ImplementationSpecific'] } },
  PodSpec: {
    restartPolicy: { enum: ['Always', 'OnFailure', 'Never'] },
    dnsPolicy: { enum: ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'] },
    terminationGracePeriodSeconds: notNegative,
    containers: { minItems: 1 },
  },
  Probe: {
    failureThreshold: positive,
    periodSeconds: positive,
    successThreshold: positive,
    timeoutSeconds: positive,
    initialDelaySeconds: notNegative,
  },
  Toleration: {
    operator: { enum: ['Exists', 'Equal', 'Lt', 'Gt'] },
    effect: { enum: ['NoSchedule', 'PreferNoSchedule', 'NoExecute', ''] },
  },
  TopologySpreadConstraint: { maxSkew: positive, whenUnsatisfiable: { enum: ['DoNotSchedule', 'ScheduleAnyway'] } },
  LabelSelectorRequirement: { operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] } },
  NodeSelectorRequirement: { operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt'] } },
  PersistentVolumeClaimSpec: { accessModes, volumeMode: { enum: ['Filesystem', 'Block'] } },
  PersistentVolumeSpec: {
    accessModes,
    volumeMode: { enum: ['Filesystem', 'Block'] },
    persistentVolumeReclaimPolicy: { enum: ['Retain', 'Delete', 'Recycle'] },
  },
  StorageClass: {
    reclaimPolicy: { enum: ['Retain', 'Delete'] },
    volumeBindingMode: { enum: ['Immediate', 'WaitForFirstConsumer'] },
  },
  DeploymentSpec: {
    replicas: notNegative,
    minReadySeconds: notNegative,
    revisionHistoryLimit: notNegative,
    progressDeadlineSeconds: notNegative,
  },
  DeploymentStrategy: { type: { enum: ['Recreate', 'RollingUpdate'] } },
  StatefulSetSpec: { replicas: notNegative, podManagementPolicy: { enum: ['OrderedReady', 'Parallel'] } },
  StatefulSetUpdateStrategy: { type: { enum: ['RollingUpdate', 'OnDelete'] } },
  DaemonSetUpdateStrategy: { type: { enum: ['RollingUpdate', 'OnDelete'] } },
  CronJobSpec: {
    concurrencyPolicy: { enum: ['Allow', 'Forbid', 'Replace'] },
    successfulJobsHistoryLimit: notNegative,
    failedJobsHistoryLimit: notNegative,
    schedule: { minLength: 1 },
  },
  JobSpec: { backoffLimit: notNegative, ttlSecondsAfterFinished: notNegative, activeDeadlineSeconds: notNegative },
  HorizontalPodAutoscalerSpec: { maxReplicas: positive, minReplicas: notNegative },
  MetricTarget: { type: { enum: ['Utilization', 'Value', 'AverageValue'] }, averageUtilization: positive },
  PodDisruptionBudgetSpec: { unhealthyPodEvictionPolicy: { enum: ['IfHealthyBudget', 'AlwaysAllow'] } },
  NetworkPolicySpec: { policyTypes: { enum: ['Ingress', 'Egress'] } },
  NetworkPolicyPort: { protocol },
  SeccompProfile: { type: { enum: ['Localhost', 'RuntimeDefault', 'Unconfined'] } },
  RoleRef: { kind: { enum: ['Role', 'ClusterRole'] }, apiGroup: { enum: ['rbac.authorization.k8s.io'] } },
  Subject: { kind: { enum: ['User', 'Group', 'ServiceAccount'] } },
  ConfigMapVolumeSource: { defaultMode: { minimum: 0, maximum: 511 } },
  SecretVolumeSource: { defaultMode: { minimum: 0, maximum: 511 } },
  VolumeMount: { mountPath: { minLength: 1 } },
};
