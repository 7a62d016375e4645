import * as door from 'cdk8s-eks';
import type { Entries } from './entry';

const iamRole = 'carts';
const common = {
  iamRole,
  repository: 'charts.example.com/mirror',
  values: { podAnnotations: { note: 'everything' } },
  overrides: { application: { metadata: { labels: { team: 'platform' } } } },
};

/** What Argo CD installs: every construct of `charts/addons/`. */
export const ADD_ONS_MADE: Entries = {
  ArgoRolloutsAddOn: {
    least: (scope) => new door.ArgoRolloutsAddOn(scope, 'least'),
    most: (scope) =>
      new door.ArgoRolloutsAddOn(scope, 'most', {
        ...common,
        version: '2.41.0',
        namespace: 'rollouts',
        from: 'chart',
        replicas: 2,
        verifyTargetGroup: true,
        dashboard: true,
      }),
  },
  CertManagerAddOn: {
    least: (scope) => new door.CertManagerAddOn(scope, 'least', { version: 'v1.19.1' }),
    most: (scope) =>
      new door.CertManagerAddOn(scope, 'most', { ...common, version: 'v1.19.1', replicas: 2, serviceMonitor: true }),
  },
  CloudWatchAddOn: {
    least: (scope) => new door.CloudWatchAddOn(scope, 'least'),
    most: (scope) =>
      new door.CloudWatchAddOn(scope, 'most', {
        values: { tolerations: [] },
        containerInsights: 'otel',
        containerLogs: true,
        applicationSignals: true,
        monitorsAllServices: false,
      }),
  },
  ClusterAutoscalerAddOn: {
    least: (scope) =>
      new door.ClusterAutoscalerAddOn(scope, 'least', { version: '9.59.1', imageTag: tagOf(scope), iamRole }),
    most: (scope) =>
      new door.ClusterAutoscalerAddOn(scope, 'most', {
        ...common,
        version: '9.59.1',
        imageTag: tagOf(scope),
        replicas: 2,
        balanceSimilarNodeGroups: true,
        expander: 'least-waste',
        skipNodesWithSystemPods: false,
      }),
  },
  EbsCsiDriverAddOn: {
    least: (scope) => new door.EbsCsiDriverAddOn(scope, 'least', { version: '2.50.0', iamRole }),
    most: (scope) =>
      new door.EbsCsiDriverAddOn(scope, 'most', {
        ...common,
        version: '2.50.0',
        replicas: 2,
        volumeTags: { team: 'shop' },
      }),
  },
  EfsCsiDriverAddOn: {
    least: (scope) => new door.EfsCsiDriverAddOn(scope, 'least', { version: '3.2.0', iamRole }),
    most: (scope) =>
      new door.EfsCsiDriverAddOn(scope, 'most', {
        ...common,
        version: '3.2.0',
        replicas: 2,
        deleteAccessPointRootDir: true,
      }),
  },
  ExternalDnsAddOn: {
    least: (scope) => new door.ExternalDnsAddOn(scope, 'least', { policy: 'sync', iamRole }),
    most: (scope) =>
      new door.ExternalDnsAddOn(scope, 'most', {
        ...common,
        policy: 'upsert-only',
        sources: ['service', 'ingress', 'gateway-httproute'],
        domainFilters: ['example.com'],
        txtOwnerId: 'blue',
        interval: '30s',
        annotationPrefix: 'external-dns.kubernetes.io/',
      }),
  },
  ExternalSecretsAddOn: {
    least: (scope) => new door.ExternalSecretsAddOn(scope, 'least'),
    most: (scope) => new door.ExternalSecretsAddOn(scope, 'most', { ...common, replicas: 2, serviceMonitor: true }),
  },
  KarpenterAddOn: {
    least: (scope) => new door.KarpenterAddOn(scope, 'least', { iamRole }),
    most: (scope) =>
      new door.KarpenterAddOn(scope, 'most', {
        ...common,
        interruptionQueue: 'interruptions',
        replicas: 2,
        cpu: '500m',
        memory: '2Gi',
        dnsPolicy: 'Default',
        nodeRepair: true,
        spotToSpotConsolidation: true,
      }),
  },
  KedaAddOn: {
    least: (scope) => new door.KedaAddOn(scope, 'least', { version: '2.18.1' }),
    most: (scope) =>
      new door.KedaAddOn(scope, 'most', { ...common, version: '2.18.1', replicas: 2, watchNamespace: 'shop' }),
  },
  LoadBalancerControllerAddOn: {
    least: (scope) => new door.LoadBalancerControllerAddOn(scope, 'least', { iamRole }),
    most: (scope) =>
      new door.LoadBalancerControllerAddOn(scope, 'most', {
        ...common,
        replicas: 2,
        certificates: 'certManager',
        serviceMutatorWebhook: false,
        ingressClass: true,
        defaultTags: { team: 'shop' },
      }),
  },
  MetricsServerAddOn: {
    least: (scope) => new door.MetricsServerAddOn(scope, 'least', { version: '3.13.0' }),
    most: (scope) =>
      new door.MetricsServerAddOn(scope, 'most', {
        version: '3.13.0',
        values: { args: ['--v=2'] },
        replicas: 2,
        containerPort: 10_260,
        hostNetwork: true,
      }),
  },
  NodeMonitoringAddOn: {
    least: (scope) => new door.NodeMonitoringAddOn(scope, 'least', { version: '1.5.2' }),
    most: (scope) =>
      new door.NodeMonitoringAddOn(scope, 'most', {
        version: '1.5.2',
        values: { nodeAgent: { additionalArgs: ['--v'] } },
      }),
  },
  PrometheusStackAddOn: {
    least: (scope) => new door.PrometheusStackAddOn(scope, 'least', { version: '79.5.0', grafana: false }),
    most: (scope) =>
      new door.PrometheusStackAddOn(scope, 'most', {
        version: '79.5.0',
        retention: '15d',
        storage: { size: '100Gi', storageClass: 'gp3' },
        grafana: true,
        grafanaAdminSecret: 'grafana-admin',
        alertmanager: true,
        takesEverything: true,
        kubeProxy: true,
      }),
  },
  S3CsiDriverAddOn: {
    least: (scope) => new door.S3CsiDriverAddOn(scope, 'least', { version: '2.2.0' }),
    most: (scope) => new door.S3CsiDriverAddOn(scope, 'most', { ...common, version: '2.2.0', tolerateAllTaints: true }),
  },
  SnapshotControllerAddOn: {
    least: (scope) => new door.SnapshotControllerAddOn(scope, 'least', { version: 'v8.2.0' }),
    most: (scope) =>
      new door.SnapshotControllerAddOn(scope, 'most', {
        version: 'v8.2.0',
        repository: 'https://git.example.com/mirror/external-snapshotter.git',
        overrides: { application: { metadata: { labels: { team: 'platform' } } } },
      }),
  },
  VpcCniAddOn: {
    least: (scope) => new door.VpcCniAddOn(scope, 'least', { version: '1.20.4' }),
    most: (scope) =>
      new door.VpcCniAddOn(scope, 'most', {
        ...common,
        version: '1.20.4',
        env: { ENABLE_PREFIX_DELEGATION: 'true' },
        networkPolicies: true,
      }),
  },
};

/** Of the minor version that is rendered for. */
function tagOf(scope: Parameters<Entries[string]['least']>[0]): string {
  return `v${door.Environment.of(scope).kubernetesVersion}.0`;
}
