import { providedBy } from '../../../../src/checks/reads/controller-evidence';
import { neededBy } from '../../../../src/checks/reads/controller-needs';
import type { Controller } from '../../../../src/knowledge/aws/controller';
import { CONTROLLERS } from '../../../../src/knowledge/aws/controllers';
import type { EksEnvironment } from '../../../../src/model/environment';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';

type Name = keyof typeof CONTROLLERS;

/** For each controller, an object that needs it, where any names it, and an image that runs it. A row without a sample does not compile. */
const SAMPLES: Readonly<Record<Name, readonly [needs: JsonObject | undefined, image?: string]>> = {
  loadBalancer: [
    of('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'ingress.k8s.aws/alb' } }),
    'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0',
  ],
  autoMode: [of('eks.amazonaws.com/v1', 'NodeClass')],
  ebs: [
    of('v1', 'PersistentVolume', { spec: { csi: { driver: 'ebs.csi.aws.com' } } }),
    'public.ecr.aws/ebs-csi-driver/aws-ebs-csi-driver:v1.64.0',
  ],
  efs: [
    of('storage.k8s.io/v1', 'StorageClass', { provisioner: 'efs.csi.aws.com' }),
    'public.ecr.aws/efs-csi-driver/amazon/aws-efs-csi-driver:v3.4.1',
  ],
  s3: [
    of('v1', 'PersistentVolume', { spec: { csi: { driver: 's3.csi.aws.com' } } }),
    'public.ecr.aws/mountpoint-s3-csi-driver/aws-s3-csi-driver:v2',
  ],
  fsx: [
    of('storage.k8s.io/v1', 'StorageClass', { provisioner: 'fsx.csi.aws.com' }),
    'public.ecr.aws/fsx-csi-driver/aws-fsx-csi-driver:v1',
  ],
  snapshots: [of('snapshot.storage.k8s.io/v1', 'VolumeSnapshot'), 'registry.k8s.io/sig-storage/snapshot-controller:v8'],
  metricsServer: [
    of('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: {} }),
    'registry.k8s.io/metrics-server/metrics-server:v0.8.0',
  ],
  podIdentityAgent: [
    of('eks.services.k8s.aws/v1alpha1', 'PodIdentityAssociation', { spec: {} }),
    'x.dkr.ecr.eu-west-1.amazonaws.com/eks/eks-pod-identity-agent:v0.1',
  ],
  karpenter: [of('karpenter.sh/v1', 'NodePool'), 'public.ecr.aws/karpenter/controller:1.14.1'],
  rollouts: [of('argoproj.io/v1alpha1', 'Rollout'), 'quay.io/argoproj/argo-rollouts:v1.9.0'],
  keda: [of('keda.sh/v1alpha1', 'ScaledJob'), 'ghcr.io/kedacore/keda:2.18'],
  externalSecrets: [of('external-secrets.io/v1', 'SecretStore'), 'ghcr.io/external-secrets/external-secrets:v2.9.0'],
  secretsStore: [
    of('secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass'),
    'registry.k8s.io/csi-secrets-store/driver:v1',
  ],
  certManager: [of('cert-manager.io/v1', 'Issuer'), 'quay.io/jetstack/cert-manager-controller:v1.19'],
  externalDns: [
    of('v1', 'Service', { metadata: { annotations: { 'external-dns.kubernetes.io/hostname': 'a' } } }),
    'registry.k8s.io/external-dns/external-dns:v0.22.0',
  ],
  cloudWatch: [
    of('cloudwatch.aws.amazon.com/v1alpha1', 'Instrumentation'),
    'public.ecr.aws/cloudwatch-agent/cloudwatch-agent-operator:3',
  ],
  openTelemetry: [
    of('opentelemetry.io/v1beta1', 'OpenTelemetryCollector'),
    'ghcr.io/open-telemetry/opentelemetry-operator/opentelemetry-operator:0.1',
  ],
  prometheusOperator: [
    of('monitoring.coreos.com/v1', 'ServiceMonitor'),
    'quay.io/prometheus-operator/prometheus-operator:v0.86',
  ],
  ack: [of('sqs.services.k8s.aws/v1alpha1', 'Queue'), 'public.ecr.aws/aws-controllers-k8s/sqs-controller:1'],
  kro: [of('kro.run/v1alpha1', 'ResourceGraphDefinition'), 'ghcr.io/kro-run/kro:0.4'],
  kueue: [of('kueue.x-k8s.io/v1beta1', 'ClusterQueue'), 'registry.k8s.io/kueue/kueue:v0.14'],
  jobSet: [of('jobset.x-k8s.io/v1alpha2', 'JobSet'), 'registry.k8s.io/jobset/jobset:v0.10'],
  vpcCni: [undefined, '602401143452.dkr.ecr.eu-west-1.amazonaws.com/amazon-k8s-cni:v1.20.4'],
  coreDns: [undefined, '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/coredns:v1.12'],
  kubeProxy: [undefined, '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/kube-proxy:v1.34'],
  nodeMonitoring: [undefined, '602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/eks-node-monitoring-agent:v1.5.2'],
  clusterAutoscaler: [undefined, 'registry.k8s.io/autoscaling/cluster-autoscaler:v1.34.1'],
};

function of(apiVersion: string, kind: string, more: JsonObject = {}): JsonObject {
  const { metadata, ...rest } = more;
  return { apiVersion, kind, metadata: { name: 'a', namespace: 'shop', ...Object(metadata) }, ...rest };
}

const rendered = (value: JsonObject) => renderedObject(value, { environment: 'test', app: 'platform' });
const rows = Object.entries<Controller>(CONTROLLERS).map(([name, row]) => [name as Name, row] as const);

describe('controllers', () => {
  it.each(rows)('%s is needed by its sample, and not by a ConfigMap', (name, { needs }) => {
    const [sample] = SAMPLES[name];
    const needed = sample !== undefined && neededBy(needs, rendered(sample));
    expect([needed, neededBy(needs, rendered(of('v1', 'ConfigMap')))]).toEqual([Object.keys(needs).length > 0, false]);
  });

  it.each(rows.filter(([name]) => SAMPLES[name][1] !== undefined))(
    '%s is there where an app runs its image',
    (name, row) => {
      const spec = { template: { spec: { containers: [{ name: 'a', image: SAMPLES[name][1] ?? '' }] } } };
      const objects = [rendered(of('apps/v1', 'Deployment', { spec }))];
      expect(providedBy(row, { environment: eksEnvironment(), objects })).toBe('app platform installs it');
      const others = rows.filter(
        ([other, one]) => other !== name && providedBy(one, { environment: eksEnvironment(), objects }),
      );
      expect(others.map(([other]) => other)).toEqual([]);
    },
  );

  it.each<[string, Name, Partial<EksEnvironment>, string | undefined]>([
    [
      'the settings',
      'karpenter',
      { compute: { ...eksEnvironment().compute, karpenter: true } },
      'the settings say compute.karpenter',
    ],
    ['the settings', 'ack', { identity: { ...eksEnvironment().identity, ack: true } }, 'the settings say identity.ack'],
    [
      'Auto Mode',
      'podIdentityAgent',
      { compute: { ...eksEnvironment().compute, autoMode: true } },
      'EKS Auto Mode has it built in',
    ],
    [
      'a definition',
      'rollouts',
      declared('CustomResourceDefinition', 'rollouts.argoproj.io'),
      'the settings declare CustomResourceDefinition rollouts.argoproj.io',
    ],
    [
      'a definition of another',
      'rollouts',
      declared('CustomResourceDefinition', 'applications.argoproj.io'),
      undefined,
    ],
    [
      'a ServiceAccount',
      'keda',
      declared('ServiceAccount', 'keda-operator'),
      'the settings declare ServiceAccount keda-operator',
    ],
    ['a Secret of that name', 'keda', declared('Secret', 'keda'), undefined],
  ])('%s tells of %s', (_what, name, change, says) =>
    expect(providedBy(CONTROLLERS[name], { environment: eksEnvironment(change), objects: [] })).toBe(says),
  );
});

function declared(kind: string, name: string): Partial<EksEnvironment> {
  return { external: [{ group: '', kind, name }] };
}
