import { K8S, type RiskRow, rowsOf, WORKLOADS } from './row';
import { becomes, get, halves, isAdded, isRemoved, leaves } from './values';

const UPDATES = `${K8S}concepts/workloads/controllers/`;

const template = rowsOf(
  { kinds: `${WORKLOADS} ReplicaSet`, source: `${UPDATES}deployment/#updating-a-deployment` },
  {
    image: {
      field: /^spec\.template\.spec\.(?:containers|initContainers)\b.*\.image$/,
      shown: 'spec.template.spec.containers[].image',
      risk: 'restart',
      why: 'a new image in the Pod template starts a rollout of all Pods.',
    },
    'template-label': {
      field: /^spec\.template\.metadata\.labels\b/,
      shown: 'spec.template.metadata.labels',
      risk: 'restart',
      why: 'a label in the Pod template starts a rollout too: labels that hold a version restart every Pod with every release.',
    },
    'template-annotation': {
      field: /^spec\.template\.metadata\.annotations\b/,
      shown: 'spec.template.metadata.annotations',
      risk: 'restart',
      why: 'an annotation in the Pod template starts a rollout too, such as a checksum or restartedAt.',
    },
    environment: {
      field: /^spec\.template\.spec\.(?:containers|initContainers)\b.*\.env(?:From)?\b/,
      shown: 'spec.template.spec.containers[].env',
      risk: 'restart',
      why: 'a process reads its variables when it starts, so all Pods are replaced.',
    },
    probe: {
      field: /\.(?:livenessProbe|readinessProbe|startupProbe)\b/,
      shown: 'spec.template.spec.containers[].readinessProbe',
      when: ({ field }) => field.startsWith('spec.template.'),
      risk: 'restart',
      why: 'a probe is part of the Pod template: all Pods are replaced, and new ones are ready by the new probe only.',
    },
    resources: {
      field: /^spec\.template\.spec\.(?:containers|initContainers)\b.*\.resources\b/,
      shown: 'spec.template.spec.containers[].resources',
      risk: 'restart',
      why: 'other sizes start a rollout, and the scheduler has to find room for each new Pod.',
      source: `${K8S}concepts/configuration/manage-resources-containers/`,
    },
    placement: {
      field:
        /^spec\.template\.spec\.(?:nodeSelector|affinity|tolerations|topologySpreadConstraints|priorityClassName)\b/,
      shown: 'spec.template.spec.{nodeSelector, affinity, tolerations, topologySpreadConstraints}',
      risk: 'restart',
      why: 'all Pods are replaced, and the rollout stalls where no node fits the new ones; nothing rolls back by itself.',
      source: `${K8S}concepts/scheduling-eviction/assign-pod-node/`,
    },
    'memory-limit-halved': {
      field: /^spec\.template\.spec\b.*\.resources\.limits\.memory$/,
      shown: 'spec.template.spec.containers[].resources.limits.memory, less than half',
      when: halves,
      risk: 'memory',
      why: 'less than half of the memory is left: what used more is killed (OOMKilled) as soon as it reaches the new limit.',
      source: `${K8S}tasks/configure-pod-container/assign-memory-resource/`,
    },
    'memory-request-halved': {
      field: /^spec\.template\.spec\b.*\.resources\.requests\.memory$/,
      shown: 'spec.template.spec.containers[].resources.requests.memory, less than half',
      when: halves,
      risk: 'memory',
      why: 'less than half of the memory is reserved: the Pods share nodes with more others, and are evicted first when memory runs out.',
      source: `${K8S}concepts/scheduling-eviction/node-pressure-eviction/`,
    },
    template: {
      field: /^spec\.template\b/,
      shown: 'spec.template, any other field',
      risk: 'restart',
      why: 'any difference in the Pod template starts a rollout of all Pods.',
    },
  },
);

const WITHOUT_ROLLOUT = rowsOf(
  { kinds: `${WORKLOADS} ReplicaSet`, source: `${UPDATES}deployment/` },
  {
    replicas: {
      field: /^spec\.replicas$/,
      shown: 'spec.replicas',
      when: ({ before, after }) => before !== undefined && after !== undefined && after !== 0,
      risk: 'scale',
      why: 'Pods are added or removed, and the others run on.',
    },
    'replicas-zero': {
      field: /^spec\.replicas$/,
      shown: 'spec.replicas → 0',
      when: becomes(0),
      risk: 'unavailable',
      why: 'all Pods go away, and nothing answers until the number rises again.',
    },
    'replicas-removed': {
      kinds: 'Deployment StatefulSet ReplicaSet',
      field: /^spec\.replicas$/,
      shown: 'spec.replicas, taken away',
      when: isRemoved,
      risk: 'unavailable',
      why: 'Argo CD owned the number, and with it gone the server writes the default, 1: all Pods but one go until an autoscaler acts. Let the autoscaler own the field first (`ignoreDifferences` with RespectIgnoreDifferences), and remove it then.',
      source: `${K8S}reference/using-api/server-side-apply/#transferring-ownership`,
    },
    'replicas-set': {
      field: /^spec\.replicas$/,
      shown: 'spec.replicas, written out',
      when: isAdded,
      risk: 'scale',
      why: 'Git decides the number of Pods from now on, and sets back what an autoscaler says at each sync.',
    },
    'revision-history': {
      field: /^spec\.(?:revisionHistoryLimit|progressDeadlineSeconds|minReadySeconds|paused)$/,
      shown: 'spec.{revisionHistoryLimit, progressDeadlineSeconds, minReadySeconds, paused}',
      risk: 'harmless',
      why: 'the next rollout goes by it; no Pod restarts.',
    },
    'object-labels': {
      kinds: '*',
      field: /^metadata\.labels\b/,
      shown: 'metadata.labels',
      when: ({ kind }) => kind !== 'Namespace' && kind !== 'ClusterRole',
      risk: 'harmless',
      why: 'a label of the object itself restarts nothing; what selects objects by it sees the new value.',
      source: `${K8S}concepts/overview/working-with-objects/labels/`,
      last: true,
    },
  },
);

const STRATEGY = rowsOf(
  { kinds: 'Deployment', source: `${UPDATES}deployment/#strategy` },
  {
    'strategy-recreate': {
      field: /^spec\.strategy\.type$/,
      shown: 'spec.strategy.type → Recreate',
      when: becomes('Recreate'),
      risk: 'unavailable',
      why: 'from the next rollout on, all Pods go before new ones come.',
    },
    'strategy-rolling': {
      field: /^spec\.strategy\.type$/,
      shown: 'spec.strategy.type, from Recreate',
      when: leaves('Recreate'),
      risk: 'harmless',
      why: 'the next rollout keeps Pods running; with a volume that one node mounts at a time, it may wait for the old Pod without end.',
    },
    'rolling-update': {
      kinds: 'Deployment DaemonSet StatefulSet',
      field: /^spec\.(?:strategy|updateStrategy)\.rollingUpdate\b/,
      shown: 'spec.strategy.rollingUpdate',
      risk: 'harmless',
      why: 'the next rollout goes by it; no Pod restarts now.',
    },
    'recreate-rollout': {
      field: /^spec\.template\b/,
      shown: 'spec.template, with strategy Recreate',
      when: ({ now }) => get(now, 'spec', 'strategy', 'type') === 'Recreate',
      risk: 'unavailable',
      why: 'the strategy is Recreate: all Pods stop, and only then do new ones start.',
    },
    'single-pod-gap': {
      field: /^spec\.template\b/,
      shown: 'spec.template, with one replica and maxUnavailable 1',
      when: ({ now }) =>
        get(now, 'spec', 'replicas') === 1 &&
        [1, '100%'].includes(get(now, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable') as never),
      risk: 'unavailable',
      why: 'the only Pod may stop before the new one is ready.',
    },
  },
);

const SETS = rowsOf(
  { kinds: 'StatefulSet', source: `${UPDATES}statefulset/#update-strategies` },
  {
    'on-delete': {
      kinds: 'StatefulSet DaemonSet',
      field: /^spec\.template\b/,
      shown: 'spec.template, with updateStrategy OnDelete',
      when: ({ now }) => get(now, 'spec', 'updateStrategy', 'type') === 'OnDelete',
      risk: 'later',
      why: 'the update strategy is OnDelete: Pods that run keep the old template until somebody deletes them.',
    },
    partition: {
      field: /^spec\.updateStrategy\.rollingUpdate\.partition$/,
      shown: 'spec.updateStrategy.rollingUpdate.partition',
      risk: 'restart',
      why: 'Pods with a number from the partition on get the newest template; below it they keep the old one.',
    },
    'update-strategy': {
      kinds: 'StatefulSet DaemonSet',
      field: /^spec\.updateStrategy\.type$/,
      shown: 'spec.updateStrategy.type',
      when: becomes('OnDelete'),
      risk: 'later',
      why: 'from now on a new template reaches a Pod only when somebody deletes it.',
    },
    'daemon-rollout': {
      kinds: 'DaemonSet',
      field: /^spec\.template\b/,
      shown: 'spec.template of a DaemonSet',
      when: ({ now }) =>
        get(now, 'spec', 'updateStrategy', 'type') !== 'OnDelete' &&
        !get(now, 'spec', 'updateStrategy', 'rollingUpdate', 'maxSurge'),
      risk: 'unavailable',
      why: 'without maxSurge a DaemonSet stops the old Pod of a node before the new one starts: its agent is gone there for that time.',
      source: `${K8S}tasks/manage-daemon/update-daemon-set/`,
    },
    ordinals: {
      field: /^spec\.ordinals\b/,
      shown: 'spec.ordinals.start',
      risk: 'unavailable',
      why: 'Pods outside of the new range of numbers go, and others come with claims of their own.',
    },
  },
);

const REPLICA_SETS = rowsOf(
  { kinds: 'ReplicaSet', source: `${UPDATES}replicaset/#isolating-pods-from-a-replicaset` },
  {
    'replicaset-template': {
      field: /^spec\.template\b/,
      shown: 'spec.template of a bare ReplicaSet',
      risk: 'later',
      why: 'a ReplicaSet replaces no Pod that runs: the new template is for Pods that are made later.',
    },
  },
);

export const WORKLOAD_ROWS: readonly RiskRow[] = [
  ...template.map(notOf('ReplicaSet')),
  ...WITHOUT_ROLLOUT,
  ...STRATEGY,
  ...SETS,
  ...REPLICA_SETS,
];

/** A bare ReplicaSet and OnDelete take the new template for later Pods only, which rows of their own say. */
function notOf(kind: string): (row: RiskRow) => RiskRow {
  return (row) => ({
    ...row,
    kinds: row.kinds.replace(` ${kind}`, ''),
    when: (change) =>
      get(change.now, 'spec', 'updateStrategy', 'type') !== 'OnDelete' && (row.when === undefined || row.when(change)),
  });
}
