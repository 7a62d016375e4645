import { K8S, K8S_CODE, type RiskRow, rowsOf } from './row';

const APPS = `${K8S_CODE}pkg/apis/apps/validation/validation.go`;
const CORE = `${K8S_CODE}pkg/apis/core/validation/validation.go`;
const STORAGE = `${K8S_CODE}pkg/apis/storage/validation/validation.go`;
const RULES = `${K8S}tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules`;

/**
 * Why the API server refuses a change. Whether it does is decided by `isRefusedChange`, which looks at both objects; these
 * rows say the reason, and the first one that fits is told.
 */
export const REFUSED_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    { kinds: 'Deployment DaemonSet ReplicaSet', source: APPS },
    {
      selector: refused(
        /^spec\.selector\b/,
        'spec.selector',
        'a selector is set once, since Pods belong to the workload by it.',
      ),
      'strategy-by-server': {
        ...refused(
          /^spec\.(?:strategy|updateStrategy)(?:\.type)?$/,
          'spec.strategy.type → Recreate, spec.updateStrategy.type → OnDelete, by server-side apply',
          'the server wrote `rollingUpdate` itself, nobody owns it, and server-side apply therefore leaves it beside a strategy that forbids it. Without server-side apply it is accepted.',
        ),
        kinds: 'Deployment StatefulSet',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'StatefulSet', source: APPS },
    {
      'claim-templates': refused(
        /^spec\.volumeClaimTemplates\b/,
        'spec.volumeClaimTemplates, their sizes, classes and labels included',
        'claim templates of a StatefulSet are set once: claims grow by themselves, and the set is made anew around its Pods.',
      ),
      'set-fields': refused(
        /^spec\.(?:serviceName|podManagementPolicy|selector)\b/,
        'spec.{serviceName, podManagementPolicy, selector}',
        'of a StatefulSet only replicas, ordinals, template, updateStrategy, minReadySeconds, revisionHistoryLimit and the retention of claims change.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: 'Job', source: `${K8S_CODE}pkg/apis/batch/validation/validation.go` },
    {
      'job-template': refused(
        /^spec\.template\b/,
        'spec.template of a Job',
        'a Job keeps its template: a new image needs a Job of another name, or one that Argo CD deletes first, such as a hook.',
      ),
      'job-fields': refused(
        /^spec\.(?:selector|completionMode|completions|podFailurePolicy|successPolicy|backoffLimitPerIndex|managedBy)\b/,
        'spec.{selector, completionMode, completions, podFailurePolicy, successPolicy, backoffLimitPerIndex, managedBy}',
        'it is set when a Job is made; completions of an Indexed Job change together with an equal parallelism only.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: 'Service', source: CORE },
    {
      'cluster-address': refused(
        /^spec\.clusterIPs?\b/,
        'spec.clusterIP',
        'the address of a Service is set once, `None` too.',
      ),
      'address-family': refused(
        /^spec\.ipFamilies\b/,
        'spec.ipFamilies, the first one',
        'the first family of addresses is set once; a second one may be added.',
      ),
      'balancer-class': refused(
        /^spec\.loadBalancerClass$/,
        'spec.loadBalancerClass',
        'the class is set with the type LoadBalancer, and neither added, changed nor taken away while it has that type.',
      ),
      'health-port': refused(
        /^spec\.healthCheckNodePort$/,
        'spec.healthCheckNodePort',
        'the port of health checks is set once.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: 'PersistentVolumeClaim', source: CORE },
    {
      'claim-shrinks': refused(
        /^spec\.resources\.requests\.storage$/,
        'spec.resources.requests.storage, smaller',
        'a claim grows and never shrinks.',
      ),
      'claim-fields': refused(
        /^spec\b/,
        'spec.{storageClassName, accessModes, volumeMode, selector, dataSource, volumeName}',
        'of a claim only the size and the class of its attributes change once it is bound.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: 'PersistentVolume', source: CORE },
    {
      'volume-source': refused(
        /^spec\.(?:csi|nfs|hostPath|local|volumeMode)\b/,
        'spec.csi and other sources, spec.volumeMode',
        'a volume stays the disk that it is.',
      ),
      'volume-affinity': refused(
        /^spec\.nodeAffinity\b/,
        'spec.nodeAffinity, once set',
        'the zone of a disk does not change.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: 'StorageClass', source: STORAGE },
    {
      'class-fields': refused(
        /^(?:provisioner|parameters|reclaimPolicy|volumeBindingMode)\b/,
        '{provisioner, parameters, reclaimPolicy, volumeBindingMode}',
        'a class says once how volumes are made: other parameters need a class of another name.',
      ),
      'attributes-class': {
        ...refused(
          /^(?:driverName|parameters)\b/,
          '{driverName, parameters} of a VolumeAttributesClass',
          'other attributes need a class of another name, which claims then name.',
        ),
        kinds: 'VolumeAttributesClass',
      },
      'driver-fields': {
        ...refused(
          /^spec\.(?:attachRequired|volumeLifecycleModes)\b/,
          'spec.{attachRequired, volumeLifecycleModes} of a CSIDriver',
          'how a driver attaches volumes is set once.',
        ),
        kinds: 'CSIDriver',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'RoleBinding ClusterRoleBinding', source: `${K8S_CODE}pkg/apis/rbac/validation/validation.go` },
    {
      'role-reference': refused(
        /^roleRef\b/,
        'roleRef',
        'a binding keeps its role: another role needs a binding of another name.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: 'ConfigMap Secret', source: CORE },
    {
      'immutable-content': refused(
        /^(?:data|binaryData|stringData|immutable)\b/,
        'data, with immutable: true',
        'the object says of itself that it is immutable, and that cannot be taken back.',
      ),
      'secret-type': { ...refused(/^type$/, 'type of a Secret', 'the type of a Secret is set once.'), kinds: 'Secret' },
    },
  ),
  ...rowsOf(
    { kinds: 'IngressClass', source: `${K8S_CODE}pkg/apis/networking/validation/validation.go` },
    {
      'class-controller': refused(
        /^spec\.controller$/,
        'spec.controller',
        'a class belongs to one controller: another one needs a class of another name.',
      ),
      'endpoint-type': {
        ...refused(/^addressType$/, 'addressType of an EndpointSlice', 'the type of the addresses is set once.'),
        kinds: 'EndpointSlice',
        source: `${K8S_CODE}pkg/apis/discovery/validation/validation.go`,
      },
      'priority-value': {
        ...refused(
          /^(?:value|preemptionPolicy)$/,
          '{value, preemptionPolicy} of a PriorityClass',
          'Pods got their priority from it when they were made: another one needs a class of another name.',
        ),
        kinds: 'PriorityClass',
        source: `${K8S_CODE}pkg/apis/scheduling/validation/validation.go`,
      },
      'runtime-handler': {
        ...refused(/^handler$/, 'handler of a RuntimeClass', 'another handler needs a class of another name.'),
        kinds: 'RuntimeClass',
        source: `${K8S_CODE}pkg/apis/node/validation/validation.go`,
      },
      'quota-scopes': {
        ...refused(
          /^spec\.scopes\b/,
          'spec.scopes of a ResourceQuota',
          'what a quota counts is set once; its numbers and its scopeSelector change.',
        ),
        kinds: 'ResourceQuota',
        source: CORE,
      },
      'definition-names': {
        ...refused(
          /^spec\.(?:scope|group|names\.(?:kind|plural))$/,
          'spec.{group, scope, names.kind, names.plural} of a CustomResourceDefinition',
          'objects are stored under these names.',
        ),
        kinds: 'CustomResourceDefinition',
        source:
          'https://github.com/kubernetes/apiextensions-apiserver/blob/v0.35.4/pkg/apis/apiextensions/validation/validation.go',
      },
      'device-claim': {
        ...refused(/^spec\b/, 'spec of a ResourceClaim', 'a claim of devices is set once.'),
        kinds: 'ResourceClaim ResourceClaimTemplate',
        source: `${K8S_CODE}pkg/apis/resource/validation/validation.go`,
      },
    },
  ),
  ...rowsOf(
    {
      kinds: 'karpenter.sh/NodePool',
      source: 'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/apis/v1/nodepool.go',
    },
    {
      'pool-class-kind': refused(
        /^spec\.template\.spec\.nodeClassRef\.(?:group|kind)$/,
        'spec.template.spec.nodeClassRef.{group, kind}',
        'a rule of the definition forbids it: another sort of class needs a NodePool of another name.',
      ),
    },
  ),
  ...rowsOf(
    { kinds: '*', source: RULES },
    {
      'custom-field': refused(
        /./,
        'fields that the definition of a custom kind, or its webhook, lets nobody change',
        'a transition rule of its definition, or the webhook of its controller, lets nobody change it.',
      ),
    },
  ),
];

function refused(field: RegExp, shown: string, why: string) {
  return { field, shown, risk: 'refused', why } as const;
}
