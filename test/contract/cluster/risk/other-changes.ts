import type { JsonObject } from '../../../../src/model/json';
import { accepted, refused, type ServerChange } from './server-change';

type Fields = JsonObject;

const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' };
const VOLUME = { apiVersion: 'v1', kind: 'PersistentVolume', clustered: true };
const STORAGE_CLASS = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', clustered: true };
const DRIVER = { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', clustered: true };
const BINDING = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' };
const CONFIG_MAP = { apiVersion: 'v1', kind: 'ConfigMap' };
const SECRET = { apiVersion: 'v1', kind: 'Secret' };
const INGRESS_CLASS = { apiVersion: 'networking.k8s.io/v1', kind: 'IngressClass', clustered: true };
const PRIORITY = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', clustered: true };
const QUOTA = { apiVersion: 'v1', kind: 'ResourceQuota' };
const BUDGET = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' };
const RUNTIME = { apiVersion: 'node.k8s.io/v1', kind: 'RuntimeClass', clustered: true };
const SLICE = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' };
const POLICY = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };
const SCALER = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' };
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', clustered: true };

const claim = (more: Fields, storage = '1Gi') => ({
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'a', resources: { requests: { storage } }, ...more },
});
const volume = (more: Fields) => ({
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    persistentVolumeReclaimPolicy: 'Retain',
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' },
    ...more,
  },
});
const zone = (name: string) => ({
  nodeAffinity: {
    required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: [name] }] }] },
  },
});
const storage = (more: Fields) => ({ provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' }, ...more });
const bound = (name: string, subject = 'a') => ({
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
  subjects: [{ kind: 'ServiceAccount', name: subject, namespace: 'default' }],
});
const scaled = (maxReplicas: number) => ({
  spec: { maxReplicas, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' } },
});

/** Storage, rights, configuration, and what is left. */
export const OTHER_CHANGES: readonly ServerChange[] = [
  refused('claim-fields', 'class', CLAIM, claim({}), claim({ storageClassName: 'b' })),
  refused('claim-fields', 'accessModes', CLAIM, claim({}), claim({ accessModes: ['ReadWriteMany'] })),
  refused('claim-shrinks', 'size', CLAIM, claim({}, '2Gi'), claim({}, '1Gi')),
  refused(
    'volume-source',
    'volumeHandle',
    VOLUME,
    volume({}),
    volume({ csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-2' } }),
  ),
  refused('volume-affinity', 'zone', VOLUME, volume(zone('a')), volume(zone('b'))),
  accepted('volume-reclaim', 'policy', VOLUME, volume({}), volume({ persistentVolumeReclaimPolicy: 'Delete' })),
  accepted('volume-mount-options', 'mountOptions', VOLUME, volume({}), volume({ mountOptions: ['noatime'] })),
  refused('class-fields', 'parameters', STORAGE_CLASS, storage({}), storage({ parameters: { type: 'io2' } })),
  refused('class-fields', 'provisioner', STORAGE_CLASS, storage({}), storage({ provisioner: 'efs.csi.aws.com' })),
  refused(
    'class-fields',
    'reclaimPolicy',
    STORAGE_CLASS,
    storage({ reclaimPolicy: 'Retain' }),
    storage({ reclaimPolicy: 'Delete' }),
  ),
  refused(
    'class-fields',
    'volumeBindingMode',
    STORAGE_CLASS,
    storage({ volumeBindingMode: 'Immediate' }),
    storage({ volumeBindingMode: 'WaitForFirstConsumer' }),
  ),
  accepted(
    'class-behaviour',
    'allowVolumeExpansion',
    STORAGE_CLASS,
    storage({}),
    storage({ allowVolumeExpansion: true }),
  ),
  refused(
    'driver-fields',
    'attachRequired',
    DRIVER,
    { spec: { attachRequired: true } },
    { spec: { attachRequired: false } },
  ),
  refused('role-reference', 'another role', BINDING, bound('a'), bound('b')),
  accepted('subject-added', 'another subject', BINDING, bound('a'), bound('a', 'b')),
  refused(
    'immutable-content',
    'data',
    CONFIG_MAP,
    { immutable: true, data: { a: '1' } },
    { immutable: true, data: { a: '2' } },
  ),
  refused(
    'immutable-content',
    'immutable',
    CONFIG_MAP,
    { immutable: true, data: { a: '1' } },
    { immutable: false, data: { a: '1' } },
  ),
  accepted('content', 'data', CONFIG_MAP, { data: { a: '1' } }, { data: { a: '2' } }),
  refused('secret-type', 'type', SECRET, { type: 'Opaque' }, { type: 'example.com/other' }),
  refused(
    'class-controller',
    'controller',
    INGRESS_CLASS,
    { spec: { controller: 'ingress.k8s.aws/alb' } },
    { spec: { controller: 'eks.amazonaws.com/alb' } },
  ),
  refused('priority-value', 'value', PRIORITY, { value: 10 }, { value: 20 }),
  accepted('priority-default', 'globalDefault', PRIORITY, { value: 10 }, { value: 10, globalDefault: true }),
  refused(
    'quota-scopes',
    'scopes',
    QUOTA,
    { spec: { scopes: ['BestEffort'], hard: { pods: '1' } } },
    { spec: { scopes: ['NotBestEffort'], hard: { pods: '1' } } },
  ),
  accepted('quota-lower', 'hard', QUOTA, { spec: { hard: { pods: '2' } } }, { spec: { hard: { pods: '1' } } }),
  accepted(
    'budget-pods',
    'selector',
    BUDGET,
    { spec: { maxUnavailable: 1, selector: { matchLabels: { a: '1' } } } },
    { spec: { maxUnavailable: 1, selector: { matchLabels: { a: '2' } } } },
  ),
  accepted('autoscaler-maximum', 'maxReplicas', SCALER, scaled(3), scaled(4)),
  refused('runtime-handler', 'handler', RUNTIME, { handler: 'runc' }, { handler: 'kata' }),
  refused(
    'endpoint-type',
    'addressType',
    SLICE,
    { addressType: 'IPv4', endpoints: [] },
    { addressType: 'IPv6', endpoints: [] },
  ),
  accepted(
    'policy-pods',
    'podSelector',
    POLICY,
    { spec: { podSelector: {} } },
    { spec: { podSelector: { matchLabels: { a: '1' } } } },
  ),
  accepted('pod-security-higher', 'enforce', NAMESPACE, {}, {}),
];
