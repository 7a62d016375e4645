import { BatchJob, type BatchJobProps, DeviceClaim } from 'cdk8s-eks';
import { LocalQueue } from '../../../../imports/kueue.x-k8s.io';
import { at } from '../../../../src/model/json';
import { eksEnvironment } from '../../../support/environment';
import { karpenter } from '../../../support/node-makers';
import { render, type TestEnvironment } from '../../../support/render';

const image = 'example.com/train:1';
const job = (props: Partial<BatchJobProps> = {}, environment: TestEnvironment = karpenter) =>
  render((scope) => void new BatchJob(scope, 'train', { image, ...props }), environment);
const labels = { 'app.kubernetes.io/name': 'train', 'app.kubernetes.io/part-of': 'shop' };
const common = { ...labels, 'app.kubernetes.io/managed-by': 'cdk8s-eks' };
const POLICY = { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] };

describe('BatchJob', () => {
  it('tries in a new Pod, counts no eviction as a try, and stays when it has ended', () => {
    expect(job()).toEqual({
      'Job train': {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'train', namespace: 'shop', labels: common },
        spec: {
          backoffLimit: 3,
          podFailurePolicy: POLICY,
          template: {
            metadata: { labels },
            spec: {
              automountServiceAccountToken: false,
              containers: [
                {
                  name: 'train',
                  image,
                  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
                  securityContext: {
                    allowPrivilegeEscalation: false,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ['ALL'] },
                  },
                },
              ],
              enableServiceLinks: false,
              restartPolicy: 'Never',
              securityContext: {
                runAsNonRoot: true,
                runAsUser: 65532,
                runAsGroup: 65532,
                fsGroup: 65532,
                seccompProfile: { type: 'RuntimeDefault' },
              },
              serviceAccountName: 'train',
            },
          },
        },
      },
      'ServiceAccount train': {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'train', namespace: 'shop', labels: common },
        automountServiceAccountToken: false,
      },
    });
  });

  it('asks for accelerators, interfaces and pages alike in request and limit, and tolerates their taint', () => {
    const pod = at(
      job({
        resources: { cpu: '8', memory: '64Gi' },
        accelerator: { kind: 'neuroncore', count: 32 },
        efa: { interfaces: 8, hugePages: '5120Mi' },
        runOn: { zones: ['eu-west-1a'], pool: 'trn' },
      })['Job train'],
      'spec',
      'template',
      'spec',
    );
    const devices = { 'aws.amazon.com/neuroncore': 32, 'vpc.amazonaws.com/efa': 8, 'hugepages-2Mi': '5120Mi' };
    const written = Object.fromEntries(Object.entries(devices).map(([name, amount]) => [name, String(amount)]));
    expect(at(pod, 'containers', 0, 'resources')).toEqual({
      requests: { cpu: '8', memory: '64Gi', ...written },
      limits: { memory: '64Gi', ...written },
    });
    expect(at(pod, 'containers', 0, 'volumeMounts')).toEqual([{ name: 'hugepages', mountPath: '/dev/hugepages' }]);
    expect(at(pod, 'volumes')).toEqual([{ name: 'hugepages', emptyDir: { medium: 'HugePages-2Mi' } }]);
    expect(at(pod, 'tolerations')).toEqual([{ key: 'aws.amazon.com/neuron', operator: 'Exists' }]);
    expect(at(pod, 'nodeSelector')).toEqual({
      'karpenter.sh/nodepool': 'trn',
      'topology.kubernetes.io/zone': 'eu-west-1a',
    });
  });

  it('waits in a queue that the app makes', () => {
    const made = render((chart) => {
      const queue = new LocalQueue(chart, 'queue', { metadata: { name: 'research' }, spec: { clusterQueue: 'gpus' } });
      const accelerator = { kind: 'nvidia', count: 1 } as const;
      new BatchJob(chart, 'train', { image: 'a:1', resources: 'none', accelerator, queue });
      new BatchJob(chart, 'test', {
        image: 'a:1',
        resources: 'none',
        accelerator,
        queue: { name: queue, priorityClass: 'high' },
      });
    }, karpenter);
    for (const name of ['Job train', 'Job test'])
      expect(at(made[name], 'metadata', 'labels', 'kueue.x-k8s.io/queue-name')).toBe('research');
  });

  it('waits in a queue of Kueue, which owns suspend', () => {
    const { 'Job train': made } = job({ queue: 'research', restartPolicy: 'OnFailure' });
    expect(at(made, 'metadata', 'labels')).toEqual({ ...common, 'kueue.x-k8s.io/queue-name': 'research' });
    expect(at(made, 'spec', 'suspend')).toBeUndefined();
    expect(at(made, 'spec', 'podFailurePolicy')).toBeUndefined();
    const { 'Job train': more } = job({
      queue: { name: 'research', priorityClass: 'high', preferredTopology: 'topology.k8s.aws/network-node-layer-3' },
      podFailurePolicy: 'none',
      ttlSecondsAfterFinished: 60,
      podAnnotations: { a: 'b' },
    });
    expect(at(more, 'metadata', 'labels')).toEqual({
      ...common,
      'kueue.x-k8s.io/queue-name': 'research',
      'kueue.x-k8s.io/priority-class': 'high',
    });
    expect(at(more, 'spec', 'template', 'metadata')).toEqual({
      labels,
      annotations: { 'kueue.x-k8s.io/podset-preferred-topology': 'topology.k8s.aws/network-node-layer-3', a: 'b' },
    });
    expect(at(more, 'spec', 'ttlSecondsAfterFinished')).toBe(60);
    expect(at(more, 'spec', 'podFailurePolicy')).toBeUndefined();
  });

  it('knows a claim with dots in its name by hyphens', () => {
    const made = render((scope) => {
      const gpus = new DeviceClaim(scope, 'gpus', {
        name: 'gpus.v1',
        devices: { gpu: { deviceClass: 'gpu.nvidia.com' } },
      });
      new BatchJob(scope, 'train', { image, deviceClaims: [gpus] });
    });
    const pod = at(made['Job train'], 'spec', 'template', 'spec');
    expect(at(pod, 'resourceClaims')).toEqual([{ name: 'gpus-v1', resourceClaimTemplateName: 'gpus.v1' }]);
    expect(at(pod, 'containers', 0, 'resources', 'claims')).toEqual([{ name: 'gpus-v1' }]);
  });

  it('takes devices of drivers by claims', () => {
    const made = render((scope) => {
      const gpus = new DeviceClaim(scope, 'gpus', {
        devices: { gpu: { deviceClass: 'gpu.nvidia.com', count: 8, selectors: ['true'] } },
      });
      const fabric = new DeviceClaim(scope, 'fabric', {
        shared: true,
        devices: { any: [{ deviceClass: 'efa.networking.k8s.aws', count: 'All' }, { deviceClass: 'other' }] },
        overrides: { claim: { metadata: { annotations: { a: 'b' } } } },
      });
      new BatchJob(scope, 'train', { image, deviceClaims: [gpus, fabric] });
    });
    expect(made['ResourceClaimTemplate gpus']).toMatchObject({
      apiVersion: 'resource.k8s.io/v1',
      spec: {
        spec: {
          devices: {
            requests: [
              {
                name: 'gpu',
                exactly: {
                  deviceClassName: 'gpu.nvidia.com',
                  count: 8,
                  selectors: [{ cel: { expression: 'true' } }],
                },
              },
            ],
          },
        },
      },
    });
    expect(made['ResourceClaim fabric']).toMatchObject({
      metadata: { annotations: { a: 'b' } },
      spec: {
        devices: {
          requests: [
            {
              name: 'any',
              firstAvailable: [
                { name: 'choice-1', deviceClassName: 'efa.networking.k8s.aws', allocationMode: 'All' },
                { name: 'choice-2', deviceClassName: 'other' },
              ],
            },
          ],
        },
      },
    });
    const pod = at(made['Job train'], 'spec', 'template', 'spec');
    expect(at(pod, 'resourceClaims')).toEqual([
      { name: 'gpus', resourceClaimTemplateName: 'gpus' },
      { name: 'fabric', resourceClaimName: 'fabric' },
    ]);
    expect(at(pod, 'containers', 0, 'resources', 'claims')).toEqual([{ name: 'gpus' }, { name: 'fabric' }]);
  });

  it('finds the node group that has the devices', () => {
    const { compute } = eksEnvironment();
    const group = { name: 'gpu', instanceTypes: ['p5.48xlarge'], capacityType: 'ON_DEMAND', labels: {} } as const;
    const environment = eksEnvironment({
      compute: { ...compute, managedNodeGroups: [...compute.managedNodeGroups, group] },
    });
    const made = job({ accelerator: { kind: 'nvidia', count: 8 }, runOn: { nodeGroup: 'gpu' } }, environment);
    expect(at(made['Job train'], 'spec', 'template', 'spec', 'nodeSelector')).toEqual({
      'eks.amazonaws.com/nodegroup': 'gpu',
    });
  });

  it('takes changes to single fields', () => {
    const { 'Job train': made } = job({
      overrides: { job: { metadata: { labels: { a: 'b' } } }, container: { tty: true } },
    });
    expect(made).toMatchObject({
      metadata: { labels: { a: 'b' } },
      spec: { template: { spec: { containers: [{ tty: true }] } } },
    });
  });
});
