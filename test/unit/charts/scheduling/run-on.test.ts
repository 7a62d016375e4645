import { NodePool, type RunOn, ScheduledJob } from 'cdk8s-eks';
import { at, type JsonObject } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { autoMode, both, karpenter } from '../../../support/node-makers';
import { render, type TestEnvironment } from '../../../support/render';

type Props = Partial<ConstructorParameters<typeof ScheduledJob>[2]>;

function podOf(props: Props, environment: TestEnvironment): JsonObject {
  const made = render(
    (scope) => new ScheduledJob(scope, 'job', { image: 'a/b:1', schedule: '@daily', ...props }),
    environment,
  );
  return at(made['CronJob job'], 'spec', 'jobTemplate', 'spec', 'template', 'spec') as JsonObject;
}

/** What `runOn` writes into a Pod. */
function placed(runOn: RunOn, environment: TestEnvironment, props: Props = {}) {
  const { nodeSelector, tolerations, affinity } = podOf({ ...props, runOn }, environment);
  const terms = at(affinity, 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
  return { nodeSelector, tolerations, terms };
}

const spot = eksEnvironment({
  compute: {
    ...karpenter.compute,
    managedNodeGroups: [{ name: 'spot', instanceTypes: [], capacityType: 'SPOT', labels: {} }],
  },
});

describe('runOn', () => {
  it('spells the capacity as those do who make the nodes', () => {
    const key = 'karpenter.sh/capacity-type';
    expect(placed({ capacity: 'spot' }, eksEnvironment())).toEqual({
      nodeSelector: { 'eks.amazonaws.com/capacityType': 'SPOT' },
    });
    expect(placed({ capacity: 'spot' }, autoMode)).toEqual({ nodeSelector: { [key]: 'spot' } });
    expect(placed({ capacity: 'spot' }, karpenter)).toEqual({ nodeSelector: { [key]: 'spot' } });
    expect(placed({ capacity: 'spot' }, spot)).toEqual({
      terms: [
        { matchExpressions: [{ key, operator: 'In', values: ['spot'] }] },
        { matchExpressions: [{ key: 'eks.amazonaws.com/capacityType', operator: 'In', values: ['SPOT'] }] },
      ],
    });
    expect(placed({ capacity: 'spot', nodeGroup: 'spot' }, spot)).toEqual({
      nodeSelector: { 'eks.amazonaws.com/nodegroup': 'spot', 'eks.amazonaws.com/capacityType': 'SPOT' },
    });
    expect(placed({ capacity: 'spot', pool: 'a' }, spot)).toEqual({
      nodeSelector: { 'karpenter.sh/nodepool': 'a', [key]: 'spot' },
    });
  });

  it('lets on-demand use reserved instances', () => {
    expect(placed({ capacity: 'on-demand', zones: ['eu-west-1a', 'eu-west-1b'] }, autoMode)).toEqual({
      terms: [
        {
          matchExpressions: [
            { key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1a', 'eu-west-1b'] },
            { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['on-demand', 'reserved'] },
          ],
        },
      ],
    });
  });

  it('tolerates the taints of its pool, also of those of EKS itself', () => {
    const made = render((scope) => {
      const pool = new NodePool(scope, 'gpu', {
        taints: [
          { key: 'team', value: 'ml', effect: 'NoSchedule' },
          { key: 'nvidia.com/gpu', effect: 'NoExecute' },
        ],
      });
      new ScheduledJob(scope, 'job', { image: 'a/b:1', schedule: '@daily', runOn: { pool } });
    }, autoMode);
    const pod = at(made['CronJob job'], 'spec', 'jobTemplate', 'spec', 'template', 'spec');
    expect(at(pod, 'nodeSelector')).toEqual({ 'karpenter.sh/nodepool': 'gpu' });
    expect(at(pod, 'tolerations')).toEqual([
      { key: 'team', value: 'ml', effect: 'NoSchedule' },
      { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoExecute' },
    ]);
    expect(placed({ pool: 'system' }, autoMode)).toEqual({
      nodeSelector: { 'karpenter.sh/nodepool': 'system' },
      tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists', effect: 'NoSchedule' }],
    });
  });

  it('gives the main container its devices, and tolerates their taint', () => {
    const pod = podOf(
      { runOn: { gpu: { count: 2, kind: 'nvidia' } }, sidecars: [{ name: 'log', image: 'a/c:1' }] },
      karpenter,
    );
    expect(at(pod, 'tolerations')).toEqual([{ key: 'nvidia.com/gpu', operator: 'Exists' }]);
    expect(at(pod, 'containers', 0, 'resources')).toEqual({
      requests: { cpu: '100m', memory: '128Mi', 'nvidia.com/gpu': '2' },
      limits: { memory: '128Mi', 'nvidia.com/gpu': '2' },
    });
    expect(JSON.stringify(at(pod, 'initContainers'))).not.toContain('nvidia');
    const bare = podOf(
      { runOn: { gpu: { count: 1, kind: 'neuron' }, architecture: 'amd64' }, resources: 'none' },
      karpenter,
    );
    expect(at(bare, 'nodeSelector')).toEqual({ 'kubernetes.io/arch': 'amd64' });
    expect(at(bare, 'containers', 0, 'resources')).toEqual({
      requests: { 'aws.amazon.com/neuron': '1' },
      limits: { 'aws.amazon.com/neuron': '1' },
    });
  });

  it('holds together with what is said by hand', () => {
    const team = { key: 'team', operator: 'In', values: ['a'] };
    const nodeSelectorTerms = [{ matchExpressions: [team] }, { matchFields: [] }];
    const affinity = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } };
    const zones = ['eu-west-1a', 'eu-west-1b'];
    const byZone = { key: 'topology.kubernetes.io/zone', operator: 'In', values: zones };
    const tolerations = [
      { key: 'nvidia.com/gpu', operator: 'Exists' },
      { key: 'x', operator: 'Exists' },
    ];
    const hand = { nodeSelector: { disk: 'fast', 'kubernetes.io/arch': 'arm64' }, tolerations, affinity };
    expect(placed({ zones, architecture: 'arm64', gpu: { count: 1, kind: 'nvidia' } }, both, hand)).toEqual({
      nodeSelector: { disk: 'fast', 'kubernetes.io/arch': 'arm64' },
      tolerations,
      terms: [{ matchExpressions: [team, byZone] }, { matchFields: [], matchExpressions: [byZone] }],
    });
  });

  it('selects one zone, hybrid nodes, and on a plain cluster the architecture alone', () => {
    expect(placed({ zones: ['eu-west-1a'] }, karpenter)).toEqual({
      nodeSelector: { 'topology.kubernetes.io/zone': 'eu-west-1a' },
    });
    expect(placed({ hybrid: true }, karpenter)).toEqual({
      nodeSelector: { 'eks.amazonaws.com/compute-type': 'hybrid' },
    });
    const all = { capacity: 'spot', pool: 'a', zones: ['eu-west-1a'], architecture: 'arm64' } as const;
    expect(placed(all, kubernetesEnvironment())).toEqual({ nodeSelector: { 'kubernetes.io/arch': 'arm64' } });
    expect(placed({ capacity: 'spot' }, kubernetesEnvironment())).toEqual({});
  });
});
