import { annotation, changed, type RiskPair, spec, whole } from './pair';

const rules = (...verbs: string[]) => ({ rules: [{ apiGroups: [''], resources: ['pods'], verbs }] });
const subject = (name: string) => ({ kind: 'ServiceAccount', namespace: 'shop', name });
const subjects = (...names: string[]) => ({ subjects: names.map(subject) });
const level = (value?: string) => ({
  metadata: { labels: value === undefined ? {} : { 'pod-security.kubernetes.io/enforce': value } },
});
const policy = (failurePolicy: string) => ({ webhooks: [{ name: 'a.example.com', failurePolicy }] });
const repositories = (...sourceRepos: string[]) => ({ sourceRepos });
const ROLE = 'eks.amazonaws.com/role-arn';

export const ACCESS_PAIRS: readonly RiskPair[] = [
  changed('role-widened', 'widened', 'Role', rules('get'), rules('get', 'delete')),
  changed('role-narrowed', 'access', 'Role', rules('get', 'delete'), rules('get')),
  changed(
    'role-aggregated',
    'widened',
    'ClusterRole',
    {},
    { metadata: { labels: { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' } } },
  ),
  changed(
    'aggregation-rule',
    'widened',
    'ClusterRole',
    {},
    { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { a: '1' } }] } },
  ),
  whole('role-removed', 'access', 'removed', 'Role'),
  changed('subject-added', 'widened', 'RoleBinding', subjects('a'), subjects('a', 'b')),
  changed('subject-removed', 'access', 'RoleBinding', subjects('a', 'b'), subjects('a')),
  whole('binding-added', 'widened', 'added', 'RoleBinding'),
  whole('binding-removed', 'access', 'removed', 'ClusterRoleBinding'),
  whole('binding-of-many', 'widened', 'added', 'ClusterRoleBinding', {
    subjects: [{ kind: 'Group', name: 'system:authenticated' }],
  }),
  annotation('iam-role', 'widened', 'ServiceAccount', ROLE, ['arn:aws:iam::1:role/a', 'arn:aws:iam::1:role/b']),
  annotation('iam-role-removed', 'access', 'ServiceAccount', ROLE, ['arn:aws:iam::1:role/a']),
  whole('service-account-removed', 'access', 'removed', 'ServiceAccount'),
  whole('service-account-renamed', 'access', 'renamed', 'ServiceAccount'),
  spec('pod-identity', 'widened', 'eks.services.k8s.aws/PodIdentityAssociation', { roleARN: 'a' }, { roleARN: 'b' }),
  spec(
    'access-entry',
    'widened',
    'eks.services.k8s.aws/AccessEntry',
    { kubernetesGroups: ['a'] },
    { kubernetesGroups: ['b'] },
  ),
  changed('pod-security-lower', 'widened', 'Namespace', level('restricted'), level('baseline')),
  changed('pod-security-higher', 'unavailable', 'Namespace', level('baseline'), level('restricted')),
  changed(
    'namespace-labels',
    'access',
    'Namespace',
    { metadata: { labels: { team: 'a' } } },
    { metadata: { labels: { team: 'b' } } },
  ),
  changed('webhook-ignored', 'widened', 'ValidatingWebhookConfiguration', policy('Fail'), policy('Ignore')),
  changed('webhook-fails', 'unavailable', 'ValidatingWebhookConfiguration', policy('Ignore'), policy('Fail')),
  whole('webhook-removed', 'widened', 'removed', 'ValidatingWebhookConfiguration'),
  spec(
    'policy-not-denied',
    'widened',
    'ValidatingAdmissionPolicyBinding',
    { validationActions: ['Deny'] },
    { validationActions: ['Warn'] },
  ),
  spec('project-widened', 'widened', 'argoproj.io/AppProject', repositories('a'), repositories('a', '*')),
  spec('project-narrowed', 'access', 'argoproj.io/AppProject', repositories('a', 'b'), repositories('a')),
  spec('store-open', 'widened', 'external-secrets.io/ClusterSecretStore', { conditions: [{ namespaces: ['a'] }] }, {}),
  spec(
    'remote-secret',
    'access',
    'external-secrets.io/ExternalSecret',
    { data: [{ secretKey: 'a', remoteRef: { key: 'a' } }] },
    { data: [{ secretKey: 'a', remoteRef: { key: 'b' } }] },
  ),
];

const reclaim = (persistentVolumeReclaimPolicy: string) => ({ persistentVolumeReclaimPolicy });
const DEFAULT = 'storageclass.kubernetes.io/is-default-class';
const SNAPSHOTS = 'snapshot.storage.k8s.io/VolumeSnapshotClass';

export const STORAGE_PAIRS: readonly RiskPair[] = [
  spec('claim-attributes', 'cost', 'PersistentVolumeClaim', {}, { volumeAttributesClassName: 'fast' }),
  whole('claim-added', 'cost', 'added', 'PersistentVolumeClaim'),
  whole('claim-renamed', 'data', 'renamed', 'PersistentVolumeClaim'),
  spec('volume-reclaim', 'data', 'PersistentVolume', reclaim('Retain'), reclaim('Delete')),
  spec('volume-kept', 'harmless', 'PersistentVolume', reclaim('Delete'), reclaim('Retain')),
  spec('volume-claim', 'widened', 'PersistentVolume', { claimRef: { name: 'a' } }, { claimRef: { name: 'b' } }),
  spec('volume-mount-options', 'later', 'PersistentVolume', { mountOptions: ['ro'] }, { mountOptions: ['noatime'] }),
  changed('class-behaviour', 'harmless', 'StorageClass', {}, { allowVolumeExpansion: true }),
  annotation('class-default', 'harmless', 'StorageClass', DEFAULT, [undefined, 'true']),
  whole('class-removed', 'unavailable', 'removed', 'VolumeAttributesClass'),
  changed('snapshot-class', 'later', SNAPSHOTS, { parameters: { a: '1' } }, { parameters: { a: '2' } }),
  changed('snapshot-deletion', 'data', SNAPSHOTS, { deletionPolicy: 'Retain' }, { deletionPolicy: 'Delete' }),
];

const POOL = 'karpenter.sh/NodePool';
const CLASS = 'karpenter.k8s.aws/EC2NodeClass';
const inTemplate = (fields: object) => ({ template: { spec: fields as never } });
const metadata = (fields: object) => ({ metadataOptions: fields as never });

export const NODE_PAIRS: readonly RiskPair[] = [
  spec('pool-template', 'capacity', POOL, inTemplate({ expireAfter: '720h' }), inTemplate({ expireAfter: '240h' })),
  spec(
    'pool-class',
    'capacity',
    POOL,
    inTemplate({ nodeClassRef: { name: 'a' } }),
    inTemplate({ nodeClassRef: { name: 'b' } }),
  ),
  spec(
    'pool-requirements',
    'capacity',
    POOL,
    inTemplate({ requirements: [{ key: 'a', values: ['1'] }] }),
    inTemplate({ requirements: [{ key: 'a', values: ['2'] }] }),
  ),
  spec('pool-limits', 'capacity', POOL, { limits: { cpu: '100' } }, { limits: { cpu: '50' } }),
  spec('pool-limits-higher', 'cost', POOL, { limits: { cpu: '50' } }, { limits: { cpu: '100' } }),
  spec('pool-disruption', 'capacity', POOL, { weight: 1 }, { weight: 2 }),
  spec('pool-replicas', 'capacity', POOL, { replicas: 1 }, { replicas: 2 }),
  spec('class-hash', 'capacity', CLASS, { tags: { a: '1' } }, { tags: { a: '2' } }),
  spec(
    'class-selectors',
    'capacity',
    CLASS,
    { amiSelectorTerms: [{ alias: 'a' }] },
    { amiSelectorTerms: [{ alias: 'b' }] },
  ),
  spec(
    'metadata-hops',
    'widened',
    CLASS,
    metadata({ httpPutResponseHopLimit: 1 }),
    metadata({ httpPutResponseHopLimit: 2 }),
  ),
  spec('metadata-tokens', 'widened', CLASS, metadata({ httpTokens: 'required' }), metadata({ httpTokens: 'optional' })),
  spec('group-version', 'capacity', 'eks.services.k8s.aws/Nodegroup', { version: '1.34' }, { version: '1.35' }),
  spec(
    'group-scaling',
    'capacity',
    'eks.services.k8s.aws/Nodegroup',
    { scalingConfig: { minSize: 1 } },
    { scalingConfig: { minSize: 2 } },
  ),
  spec('add-on-version', 'restart', 'eks.services.k8s.aws/Addon', { addonVersion: 'v1' }, { addonVersion: 'v2' }),
  spec('cluster-version', 'capacity', 'eks.services.k8s.aws/Cluster', { version: '1.34' }, { version: '1.35' }),
  spec(
    'endpoint-public',
    'widened',
    'eks.services.k8s.aws/Cluster',
    { resourcesVPCConfig: {} },
    { resourcesVPCConfig: { endpointPublicAccess: true } },
  ),
];

const OPTIONS = 'argocd.argoproj.io/sync-options';

export const DELIVERY_PAIRS: readonly RiskPair[] = [
  changed('content', 'later', 'ConfigMap', { data: { a: '1' } }, { data: { a: '2' } }),
  whole('content-removed', 'unavailable', 'removed', 'ConfigMap'),
  whole('content-hashed', 'harmless', 'renamed', 'ConfigMap', { immutable: true }),
  changed('content-immutable', 'harmless', 'ConfigMap', {}, { immutable: true }),
  spec(
    'secret-target',
    'unavailable',
    'external-secrets.io/ExternalSecret',
    { target: { name: 'a' } },
    { target: { name: 'b' } },
  ),
  spec(
    'secret-refresh',
    'harmless',
    'external-secrets.io/ExternalSecret',
    { refreshInterval: '1h' },
    { refreshInterval: '2h' },
  ),
  spec(
    'certificate-issued',
    'traffic',
    'cert-manager.io/Certificate',
    { dnsNames: ['a.example.com'] },
    { dnsNames: ['b.example.com'] },
  ),
  spec('certificate-secret', 'unavailable', 'cert-manager.io/Certificate', { secretName: 'a' }, { secretName: 'b' }),
  annotation('forced-replacement', 'replaced', 'Service', OPTIONS, [undefined, 'Force=true,Replace=true']),
  annotation('forced', 'replaced', 'Service', OPTIONS, [undefined, 'Force=true']),
  annotation('not-pruned', 'harmless', 'Service', OPTIONS, [undefined, 'Prune=false']),
  whole('object-renamed', 'replaced', 'renamed', 'ConfigMap'),
  spec(
    'definition-schema',
    'unavailable',
    'CustomResourceDefinition',
    { versions: [{ name: 'v1', served: true }] },
    { versions: [{ name: 'v1', served: false }] },
  ),
];
