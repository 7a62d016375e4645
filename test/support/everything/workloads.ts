import * as door from 'cdk8s-eks';
import { CONTAINER, JOB } from '../../unit/charts/workload/everything';
import { annotations, type Entries, image } from './entry';
import { POD as pod } from './pod';

const port = { name: 'http', containerPort: 8080 };
const probes = {
  readiness: CONTAINER.readiness,
  liveness: { tcp: 8080 },
  startup: CONTAINER.startup,
} as const;
const service = {
  type: 'LoadBalancer',
  annotations,
  sessionAffinity: { timeoutSeconds: 60 },
  externalTrafficPolicy: 'Local',
  loadBalancerClass: 'service.k8s.aws/nlb',
  loadBalancerSourceRanges: ['10.0.0.0/8'],
  allocateLoadBalancerNodePorts: false,
} as const;
const rollout = { minReadySeconds: 5, progressDeadlineSeconds: 60, revisionHistoryLimit: 5 };

export const WORKLOADS: Entries = {
  WebService: {
    least: (scope) => new door.WebService(scope, 'least', { image, port: 8080 }),
    most: (scope) =>
      new door.WebService(scope, 'most', {
        ...pod,
        ...probes,
        ...rollout,
        ports: [{ ...port, servicePort: 80, appProtocol: 'http' }],
        strategy: { maxSurge: 1, maxUnavailable: '10%' },
        autoscaling: { minReplicas: 2, maxReplicas: 4, cpuUtilization: 70, memoryUtilization: 80 },
        disruptionBudget: { minAvailable: '50%' },
        service,
        services: { peers: { headless: true, publishNotReadyAddresses: true } },
        expose: { nlb: { sourceRanges: ['10.0.0.0/8'] } },
      }),
  },
  Worker: {
    least: (scope) => new door.Worker(scope, 'least', { image }),
    most: (scope) =>
      new door.Worker(scope, 'most', {
        ...pod,
        ...probes,
        ...rollout,
        ports: [port],
        replicas: 'external',
        expose: { nlb: {} },
      }),
  },
  NodeAgent: {
    least: (scope) => new door.NodeAgent(scope, 'least', { image }),
    most: (scope) =>
      new door.NodeAgent(scope, 'most', {
        ...pod,
        ...probes,
        ports: [port],
        everyNode: true,
        updateStrategy: 'OnDelete',
      }),
  },
  AdotCollector: {
    least: (scope) => new door.AdotCollector(scope, 'least', { image, iamRole: 'carts', traces: 'xray' }),
    most: (scope) =>
      new door.AdotCollector(scope, 'most', {
        image,
        mode: 'statefulSet',
        serviceAccount: 'existing',
        traces: 'xray',
        metrics: {
          amp: 'ws-01234567-89ab-cdef-0123-456789abcdef',
          cloudWatch: { namespace: 'Shop', logGroup: '/metrics/shop' },
        },
        scrape: [{ job: 'carts', targets: ['carts.shop.svc:8080'], path: '/metrics', interval: '30s' }],
        batchSeconds: 10,
        resources: { cpu: '200m', memory: '512Mi' },
        nodeSelector: { role: 'web' },
      }),
  },
  FluentBit: {
    least: (scope) => new door.FluentBit(scope, 'least', { image, iamRole: 'carts', retentionDays: 30 }),
    most: (scope) =>
      new door.FluentBit(scope, 'most', {
        image,
        iamRole: 'carts',
        retentionDays: 'external',
        logGroup: '/shop/logs',
        streamPrefix: 'shop-',
        excludeNamespaces: ['kube-system'],
        podLabels: true,
        mergeJson: false,
        multiline: ['java', { name: 'steps', firstLine: '^step', nextLines: '^ +' }],
        parsers: [{ name: 'level', format: 'regex', regex: '^(?<level>\\w+)' }],
        filters: [{ drop: { log: 'healthz' } }, { parse: { field: 'log', parser: 'level' } }],
        memoryBuffer: '20MB',
        flushSeconds: 1,
        logLevel: 'warn',
        everyNode: false,
        resources: { cpu: '50m', memory: '100Mi' },
        priorityClassName: 'system-node-critical',
        updateStrategy: { maxUnavailable: '10%' },
      }),
  },
  StatefulService: {
    least: (scope) => new door.StatefulService(scope, 'least', { image, ports: [port] }),
    most: (scope) =>
      new door.StatefulService(scope, 'most', {
        ...pod,
        ...probes,
        ports: [port],
        replicas: 3,
        podManagementPolicy: 'Parallel',
        minReadySeconds: 5,
        revisionHistoryLimit: 5,
        updateStrategy: { partition: 1 },
        claimRetention: { whenDeleted: 'Retain', whenScaled: 'Delete' },
        firstOrdinal: 1,
        claims: [{ name: 'data', size: '10Gi', storageClass: 'gp3', accessMode: 'ReadWriteOncePod' }],
        mounts: [{ path: '/data', claimTemplate: 'data', subPath: 'db' }],
      }),
  },
  ScheduledJob: {
    least: (scope) => new door.ScheduledJob(scope, 'least', { image, schedule: '0 3 * * *' }),
    most: (scope) =>
      new door.ScheduledJob(scope, 'most', {
        ...pod,
        schedule: '0 3 * * *',
        timeZone: 'Europe/Vienna',
        concurrencyPolicy: 'Replace',
        startingDeadlineSeconds: 600,
        backoffLimit: 1,
        ttlSecondsAfterFinished: 60,
        activeDeadlineSeconds: 600,
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        restartPolicy: 'Never',
      }),
  },
  OneOffJob: {
    least: (scope) => new door.OneOffJob(scope, 'least', { image }),
    most: (scope) => new door.OneOffJob(scope, 'most', { ...pod, ...JOB, restartPolicy: 'Never' }),
  },
  BatchJob: {
    least: (scope) => new door.BatchJob(scope, 'least', { image }),
    most: (scope) =>
      new door.BatchJob(scope, 'most', {
        ...pod,
        backoffLimit: 1,
        completions: 2,
        parallelism: 2,
        completionMode: 'Indexed',
        activeDeadlineSeconds: 600,
        ttlSecondsAfterFinished: 60,
        resources: { cpu: '1', memory: '1Gi' },
        accelerator: { kind: 'neuron', count: 2 },
        efa: { interfaces: 2, hugePages: '512Mi' },
        runOn: { zones: ['eu-west-1a'] },
        queue: { name: 'research', priorityClass: 'high', requiredTopology: 'topology.k8s.aws/network-node-layer-3' },
        jobSet: {
          replicatedJobs: {
            driver: { accelerator: 'none', parallelism: 1, completions: 1, env: { ROLE: 'driver' } },
            workers: { replicas: 2, dependsOn: { replicatedJob: 'driver', status: 'Ready' } },
          },
          successPolicy: { operator: 'All', targetReplicatedJobs: ['workers'] },
          failurePolicy: {
            maxRestarts: 3,
            restartStrategy: 'BlockingRecreate',
            rules: [{ name: 'broken', action: 'FailJobSet', onJobFailureReasons: ['PodFailurePolicy'] }],
          },
          network: { enableDNSHostnames: true, subdomain: 'most', publishNotReadyAddresses: true },
          coordinator: { replicatedJob: 'driver', jobIndex: 0, podIndex: 0 },
        },
      }),
  },
};
