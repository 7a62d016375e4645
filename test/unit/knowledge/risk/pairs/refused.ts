import { annotation, beside, changed, type RiskPair, spec } from './pair';

const labels = (app: string) => ({ matchLabels: { app } });
const BY_SERVER = { metadata: { annotations: { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true' } } };
const claim = (storage: string) => ({
  volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { resources: { requests: { storage } } } }],
});

/** What a real API server refuses: the pairs whose objects are complete are asked of one in the cluster suite. */
export const REFUSED_PAIRS: readonly RiskPair[] = [
  spec('selector', 'refused', 'Deployment', { selector: labels('a') }, { selector: labels('b') }),
  changed(
    'strategy-by-server',
    'refused',
    'Deployment',
    { ...BY_SERVER, spec: { strategy: { type: 'RollingUpdate' } } },
    { ...BY_SERVER, spec: { strategy: { type: 'Recreate' } } },
  ),
  spec('claim-templates', 'refused', 'StatefulSet', claim('1Gi'), claim('2Gi')),
  spec('set-fields', 'refused', 'StatefulSet', { serviceName: 'a' }, { serviceName: 'b' }),
  spec(
    'job-template',
    'refused',
    'Job',
    { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } },
    { template: { spec: { containers: [{ name: 'a', image: 'a:2' }] } } },
  ),
  spec('job-fields', 'refused', 'Job', { completions: 2 }, { completions: 3 }),
  spec('cluster-address', 'refused', 'Service', { clusterIP: '10.0.0.5' }, { clusterIP: 'None' }),
  spec('address-family', 'refused', 'Service', { ipFamilies: ['IPv4'] }, { ipFamilies: ['IPv6'] }),
  beside(
    { type: 'LoadBalancer' },
    spec(
      'balancer-class',
      'refused',
      'Service',
      { loadBalancerClass: 'service.k8s.aws/nlb' },
      { loadBalancerClass: 'eks.amazonaws.com/nlb' },
    ),
  ),
  spec('health-port', 'refused', 'Service', { healthCheckNodePort: 30001 }, { healthCheckNodePort: 30002 }),
  spec(
    'claim-shrinks',
    'refused',
    'PersistentVolumeClaim',
    { resources: { requests: { storage: '2Gi' } } },
    { resources: { requests: { storage: '1Gi' } } },
  ),
  spec('claim-fields', 'refused', 'PersistentVolumeClaim', { storageClassName: 'a' }, { storageClassName: 'b' }),
  spec('volume-source', 'refused', 'PersistentVolume', { csi: { volumeHandle: 'a' } }, { csi: { volumeHandle: 'b' } }),
  spec(
    'volume-affinity',
    'refused',
    'PersistentVolume',
    { nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } } },
    { nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'b', operator: 'Exists' }] }] } } },
  ),
  changed('class-fields', 'refused', 'StorageClass', { parameters: { type: 'gp2' } }, { parameters: { type: 'gp3' } }),
  changed(
    'attributes-class',
    'refused',
    'VolumeAttributesClass',
    { parameters: { iops: '3000' } },
    { parameters: { iops: '4000' } },
  ),
  spec('driver-fields', 'refused', 'CSIDriver', { attachRequired: true }, { attachRequired: false }),
  changed('role-reference', 'refused', 'RoleBinding', { roleRef: { name: 'a' } }, { roleRef: { name: 'b' } }),
  changed(
    'immutable-content',
    'refused',
    'ConfigMap',
    { immutable: true, data: { a: '1' } },
    { immutable: true, data: { a: '2' } },
  ),
  changed('secret-type', 'refused', 'Secret', { type: 'Opaque' }, { type: 'kubernetes.io/tls' }),
  spec(
    'class-controller',
    'refused',
    'IngressClass',
    { controller: 'ingress.k8s.aws/alb' },
    { controller: 'eks.amazonaws.com/alb' },
  ),
  changed('endpoint-type', 'refused', 'EndpointSlice', { addressType: 'IPv4' }, { addressType: 'IPv6' }),
  changed('priority-value', 'refused', 'PriorityClass', { value: 10 }, { value: 20 }),
  changed('runtime-handler', 'refused', 'RuntimeClass', { handler: 'runc' }, { handler: 'kata' }),
  spec('quota-scopes', 'refused', 'ResourceQuota', { scopes: ['BestEffort'] }, { scopes: ['NotBestEffort'] }),
  spec('definition-names', 'refused', 'CustomResourceDefinition', { scope: 'Namespaced' }, { scope: 'Cluster' }),
  spec(
    'device-claim',
    'refused',
    'ResourceClaim',
    { devices: { requests: [{ name: 'a' }] } },
    { devices: { requests: [{ name: 'b' }] } },
  ),
  spec(
    'pool-class-kind',
    'refused',
    'karpenter.sh/NodePool',
    { template: { spec: { nodeClassRef: { kind: 'EC2NodeClass' } } } },
    { template: { spec: { nodeClassRef: { kind: 'NodeClass' } } } },
  ),
  spec('custom-field', 'refused', 'argoproj.io/Rollout', { selector: labels('a') }, { selector: labels('b') }),
];

/** Changes beside those that the server takes. */
export const TAKEN_PAIRS: readonly RiskPair[] = [
  annotation('annotation', 'harmless', 'Deployment', 'a', ['1', '2']),
  spec(
    'claim-grows',
    'cost',
    'PersistentVolumeClaim',
    { resources: { requests: { storage: '1Gi' } } },
    { resources: { requests: { storage: '2Gi' } } },
  ),
];
