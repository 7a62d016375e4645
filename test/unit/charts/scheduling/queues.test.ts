import { BatchJob, ClusterQueue, LocalQueue, ResourceFlavor } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

describe('queues of Kueue', () => {
  it('name each other, and Jobs wait in them', () => {
    const made = render((chart) => {
      const flavor = new ResourceFlavor(chart, 'spot', { nodeLabels: { 'karpenter.sh/capacity-type': 'spot' } });
      const clusterQueue = new ClusterQueue(chart, 'research', {
        namespaces: ['shop'],
        groups: [
          {
            flavors: [
              { flavor, quotas: { cpu: '64', memory: '256Gi' } },
              { flavor: 'gpus', quotas: { memory: '0', cpu: '8' } },
            ],
          },
        ],
      });
      const queue = new LocalQueue(chart, 'nightly', { clusterQueue });
      new BatchJob(chart, 'fold', { image: 'example.com/fold:2.1', queue });
    });
    expect(at(made['ResourceFlavor spot'], 'spec')).toEqual({ nodeLabels: { 'karpenter.sh/capacity-type': 'spot' } });
    expect(at(made['ClusterQueue research'], 'spec')).toEqual({
      namespaceSelector: {
        matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop'] }],
      },
      resourceGroups: [
        {
          coveredResources: ['cpu', 'memory'],
          flavors: [
            {
              name: 'spot',
              resources: [
                { name: 'cpu', nominalQuota: '64' },
                { name: 'memory', nominalQuota: '256Gi' },
              ],
            },
            {
              name: 'gpus',
              resources: [
                { name: 'cpu', nominalQuota: '8' },
                { name: 'memory', nominalQuota: '0' },
              ],
            },
          ],
        },
      ],
    });
    expect(made['LocalQueue nightly']).toMatchObject({
      apiVersion: 'kueue.x-k8s.io/v1beta2',
      metadata: { namespace: 'shop' },
      spec: { clusterQueue: 'research' },
    });
    expect(at(made['Job fold'], 'metadata', 'labels', 'kueue.x-k8s.io/queue-name')).toBe('nightly');
  });

  it('are for all namespaces, or for those with labels, and take every change by hand', () => {
    const groups = [{ flavors: [{ flavor: 'a', quotas: { cpu: '1' } }] }] as const;
    const made = render((chart) => {
      new ClusterQueue(chart, 'all', { namespaces: 'all', groups });
      new ClusterQueue(chart, 'some', {
        namespaces: { labels: { team: 'x' } },
        groups,
        overrides: { clusterQueue: { spec: { stopPolicy: 'None' } } },
      });
      new LocalQueue(chart, 'queue', {
        clusterQueue: 'all',
        overrides: { localQueue: { spec: { stopPolicy: 'None' } } },
      });
      new ResourceFlavor(chart, 'any', { overrides: { resourceFlavor: { spec: { topologyName: 'racks' } } } });
    });
    expect(at(made['ClusterQueue all'], 'spec', 'namespaceSelector')).toEqual({});
    expect(at(made['ClusterQueue some'], 'spec')).toMatchObject({
      namespaceSelector: { matchLabels: { team: 'x' } },
      stopPolicy: 'None',
    });
    expect(at(made['LocalQueue queue'], 'spec')).toEqual({ clusterQueue: 'all', stopPolicy: 'None' });
    expect(at(made['ResourceFlavor any'], 'spec')).toEqual({ topologyName: 'racks' });
  });
});
