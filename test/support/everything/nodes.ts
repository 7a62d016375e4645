import * as door from 'cdk8s-eks';
import { annotations, type Entries, image, labels, tags } from './entry';

export const NODES: Entries = {
  DeviceClaim: {
    since: '1.34',
    least: (scope) => new door.DeviceClaim(scope, 'least', { devices: { gpu: { deviceClass: 'gpu.nvidia.com' } } }),
    most: (scope) =>
      new door.DeviceClaim(scope, 'most', {
        devices: {
          gpu: [
            { deviceClass: 'gpu.nvidia.com', count: 2, selectors: ['device.driver == "gpu.nvidia.com"'] },
            { deviceClass: 'mig.nvidia.com', count: 'All' },
          ],
          fabric: { deviceClass: 'efa.networking.k8s.aws' },
        },
        constraints: [{ requests: ['fabric'], matchAttribute: 'resource.aws.com/devicegroup4_id' }],
        config: [{ requests: ['fabric'], opaque: { driver: 'efa.networking.k8s.aws', parameters: {} } }],
        shared: true,
        labels,
        annotations,
      }),
  },
  AutoModeNodeClass: {
    least: (scope) => new door.AutoModeNodeClass(scope, 'least', { role: 'nodes', securityGroups: [{ tags }] }),
    most: (scope) =>
      new door.AutoModeNodeClass(scope, 'most', {
        role: 'nodes',
        subnets: [{ tags }],
        securityGroups: [{ tags }],
        ephemeralStorage: { size: '100Gi', iops: 4000, throughput: 200 },
        networkPolicy: 'DefaultDeny',
        networkPolicyEventLogs: 'Enabled',
        snatPolicy: 'Disabled',
        tags: { team: 'shop' },
      }),
  },
  Ec2NodeClass: {
    least: (scope) =>
      new door.Ec2NodeClass(scope, 'least', { role: 'nodes', ami: 'al2023@v20251112', securityGroups: [{ tags }] }),
    most: (scope) =>
      new door.Ec2NodeClass(scope, 'most', {
        role: 'nodes',
        ami: 'al2023@v20251112',
        amiFamily: 'AL2023',
        subnets: [{ tags }],
        securityGroups: [{ tags }],
        blockDevices: [{ deviceName: '/dev/xvda', ebs: { volumeSize: '100Gi', volumeType: 'gp3', encrypted: true } }],
        instanceStorePolicy: 'RAID0',
        kubelet: { maxPods: 58 },
        metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
        associatePublicIPAddress: false,
        detailedMonitoring: true,
        tags: { team: 'shop' },
      }),
  },
  NodePool: {
    least: (scope) => new door.NodePool(scope, 'least', { nodeClass: 'default' }),
    most: (scope) =>
      new door.NodePool(scope, 'most', {
        nodeClass: 'default',
        requirements: { architecture: ['arm64'], capacityType: ['spot'], instanceGeneration: { gt: 5 } },
        labels,
        annotations,
        taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' }],
        startupTaints: [{ key: 'starting', effect: 'NoExecute' }],
        expireAfter: '168h',
        terminationGracePeriod: '1h',
        disruption: { consolidationPolicy: 'WhenEmpty', consolidateAfter: '30s', budgets: [{ nodes: '20%' }] },
        limits: { cpu: 100 },
        weight: 10,
      }),
  },
  PriorityClass: {
    least: (scope) => new door.PriorityClass(scope, 'least', { value: 100 }),
    most: (scope) =>
      new door.PriorityClass(scope, 'most', { value: 1000, description: 'first', preemptionPolicy: 'Never' }),
  },
  ResourceFlavor: {
    least: (scope) => new door.ResourceFlavor(scope, 'least'),
    most: (scope) =>
      new door.ResourceFlavor(scope, 'most', {
        nodeLabels: { 'karpenter.sh/nodepool': 'gpus' },
        nodeTaints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }],
        tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }],
        topologyName: 'racks',
        labels,
        annotations,
      }),
  },
  ClusterQueue: {
    least: (scope) =>
      new door.ClusterQueue(scope, 'least', {
        namespaces: 'all',
        groups: [{ flavors: [{ flavor: 'default', quotas: { cpu: '4' } }] }],
      }),
    most: (scope) =>
      new door.ClusterQueue(scope, 'most', {
        namespaces: ['shop', 'shop-batch'],
        cohort: 'science',
        groups: [
          {
            flavors: [
              {
                flavor: 'spot',
                quotas: { cpu: { nominal: '64', borrowingLimit: '32', lendingLimit: '8' }, memory: '256Gi' },
              },
              { flavor: 'on-demand', quotas: { memory: '0', cpu: '0' } },
            ],
          },
          { flavors: [{ flavor: 'gpus', quotas: { 'nvidia.com/gpu': '8' } }] },
        ],
        queueingStrategy: 'StrictFIFO',
        preemption: {
          withinClusterQueue: 'LowerPriority',
          reclaimWithinCohort: 'Any',
          borrowWithinCohort: { policy: 'LowerPriority', maxPriorityThreshold: 100 },
        },
        flavorFungibility: {
          whenCanBorrow: 'TryNextFlavor',
          whenCanPreempt: 'TryNextFlavor',
          preference: 'PreemptionOverBorrowing',
        },
        admissionChecks: [{ name: 'nodes', onFlavors: ['gpus'] }],
        fairSharingWeight: 2,
        stopPolicy: 'Hold',
        labels,
        annotations,
      }),
  },
  LocalQueue: {
    least: (scope) => new door.LocalQueue(scope, 'least', { clusterQueue: 'least' }),
    most: (scope) =>
      new door.LocalQueue(scope, 'most', {
        clusterQueue: 'most',
        fairSharingWeight: 2,
        stopPolicy: 'HoldAndDrain',
        labels,
        annotations,
      }),
  },
  VerticalPodAutoscaler: {
    least: (scope) =>
      new door.VerticalPodAutoscaler(scope, 'least', {
        target: new door.WebService(scope, 'vpa-least', { image, port: 8080 }),
      }),
    most: (scope) =>
      new door.VerticalPodAutoscaler(scope, 'most', {
        target: new door.WebService(scope, 'vpa-most', { image, port: 8080 }),
        mode: 'Initial',
        minReplicas: 2,
      }),
  },
};
