/** Something that our workloads write where nothing is said, and Kubernetes would not. */
export interface WorkloadDefault {
  /** What is spoken of. */
  readonly name: string;
  /** Where it is written, from the object's kind. */
  readonly field: string;
  /** What is written, in the words of YAML. */
  readonly value: string;
  /** The property that changes it. */
  readonly property: string;
  /** The value of that property that leaves it out. */
  readonly out: string;
  /** What it guards against. */
  readonly why: string;
  /** Whether `hardened` writes it for a Deployment of cdk8s-plus, with the same property, or why not. */
  readonly hardened: true | string;
}

const POD = 'Deployment spec.template.spec';
const MAIN = `${POD}.containers[0]`;

/**
 * Every default of a WebService in production, and how to leave it out; other workloads have those of their fields. A test
 * renders each with and without.
 */
export const WORKLOAD_DEFAULTS: readonly WorkloadDefault[] = [
  {
    name: 'number of Pods',
    field: 'Deployment spec.replicas',
    value: 'the environment’s minReplicas',
    property: 'replicas',
    out: "'external'",
    why: 'Kubernetes runs one Pod, which no node can be drained of without an outage.',
    hardened: true,
  },
  {
    name: 'rolling update',
    field: 'Deployment spec.strategy',
    value: 'maxSurge 25%, maxUnavailable 0',
    property: 'strategy',
    out: "'none'",
    why: 'Kubernetes takes a quarter of the Pods away before their successors are ready.',
    hardened: true,
  },
  {
    name: 'revision history',
    field: 'Deployment spec.revisionHistoryLimit',
    value: '3',
    property: 'revisionHistoryLimit',
    out: "'none'",
    why: 'Kubernetes keeps ten old ReplicaSets; Git has the history.',
    hardened: true,
  },
  {
    name: 'spread over zones and nodes',
    field: `${POD}.topologySpreadConstraints`,
    value: 'ScheduleAnyway by zone and by node',
    property: 'spread',
    out: 'false',
    why: 'the scheduler may put all Pods into one zone.',
    hardened: true,
  },
  {
    name: 'service links',
    field: `${POD}.enableServiceLinks`,
    value: 'false',
    property: 'enableServiceLinks',
    out: 'true',
    why: 'Kubernetes sets variables for every Service of the namespace, which slow starts and surprise programs.',
    hardened: true,
  },
  {
    name: 'user',
    field: `${POD}.securityContext.runAsUser`,
    value: '65532',
    property: 'user',
    out: "'image'",
    why: 'an image without a user runs as root, which profile restricted refuses.',
    hardened: true,
  },
  {
    name: 'group of volumes',
    field: `${POD}.securityContext.fsGroup`,
    value: 'the group of the user',
    property: 'user',
    out: "{ fsGroup: 'none' }",
    why: 'files of a volume belong to root, and the user could not write them.',
    hardened: true,
  },
  {
    name: 'probe of readiness',
    field: `${MAIN}.readinessProbe`,
    value: 'TCP on the first port',
    property: 'readiness',
    out: "'none'",
    why: 'a Pod gets requests before it listens.',
    hardened: true,
  },
  {
    name: 'resources',
    field: `${MAIN}.resources`,
    value: 'size small of the environment',
    property: 'resources',
    out: "'none'",
    why: 'a Pod without requests is placed anywhere and evicted first.',
    hardened: 'cdk8s-plus writes 1 CPU and 512 MiB itself; its `resources: {}` writes none',
  },
  {
    name: 'memory limit',
    field: `${MAIN}.resources.limits.memory`,
    value: 'the memory request',
    property: 'resources',
    out: "{ cpu: '100m', memory: '128Mi', memoryLimit: 'none' }",
    why: 'a container above its request takes the memory of others on a full node.',
    hardened: 'the `resources` of cdk8s-plus say it',
  },
  {
    name: 'read-only files',
    field: `${MAIN}.securityContext.readOnlyRootFilesystem`,
    value: 'true',
    property: 'security',
    out: '{ readOnlyRootFilesystem: false }',
    why: 'what is broken into cannot change the program.',
    hardened: 'cdk8s-plus writes it itself; its `securityContext: { readOnlyRootFilesystem: false }` leaves it out',
  },
  {
    name: 'sleep before the stop',
    field: `${MAIN}.lifecycle`,
    value: 'preStop sleeps 10 s',
    property: 'preStopSeconds',
    out: '0',
    why: 'a load balancer sends requests for some seconds after a Pod has begun to stop.',
    hardened: true,
  },
  {
    name: 'size of writable folders',
    field: `${POD}.volumes[0].emptyDir.sizeLimit`,
    value: '64Mi',
    property: 'writable',
    out: "[{ path: '/tmp', sizeLimit: 'none' }]",
    why: 'one Pod fills the disk of its node, and others are evicted.',
    hardened: 'volumes are those of cdk8s-plus; its `Volume.fromEmptyDir` takes a `sizeLimit`',
  },
  {
    name: 'disruption budget',
    field: 'PodDisruptionBudget spec',
    value: 'maxUnavailable 1',
    property: 'disruptionBudget',
    out: 'false',
    why: 'a drain or an upgrade takes all Pods at once.',
    hardened: true,
  },
];
