import { AutoModeNodeClass, Ec2NodeClass, NodePool } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { autoMode, both, karpenter } from '../../../support/node-makers';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const SPEC = ['spec', 'template', 'spec'] as const;

describe('NodePool', () => {
  it('asks for nothing but its class by default', () => {
    expect(render((scope) => new NodePool(scope, 'general', { nodeClass: 'default' }), karpenter)).toEqual({
      'NodePool general': {
        apiVersion: 'karpenter.sh/v1',
        kind: 'NodePool',
        metadata: { name: 'general', labels },
        spec: {
          template: {
            spec: {
              nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'default' },
              requirements: [],
            },
          },
        },
      },
    });
  });

  it('writes everything that is set', () => {
    const pool = render((scope) => {
      const nodeClass = new Ec2NodeClass(scope, 'gpu', {
        role: 'nodes',
        ami: 'al2023@v20251112',
        securityGroups: [{ name: 'n' }],
      });
      new NodePool(scope, 'pool', {
        name: 'gpu',
        nodeClass,
        requirements: {
          architecture: ['amd64'],
          capacityType: ['spot', 'on-demand'],
          instanceCategory: { notIn: ['t'] },
          instanceFamily: { in: ['g6', 'g6e'], minValues: 2 },
          instanceGeneration: { gt: 4, lte: 8 },
          instanceGpuCount: [1, 4],
          instanceLocalNvme: { exists: true },
          labels: { 'example.com/team': { exists: true }, 'example.com/use': ['ml'] },
        },
        labels: { tier: 'gpu' },
        annotations: { 'example.com/owner': 'ml' },
        taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }],
        startupTaints: [{ key: 'ebs.csi.aws.com/agent-not-ready', value: 'x', effect: 'NoExecute' }],
        expireAfter: '1h30m',
        terminationGracePeriod: '24h',
        disruption: {
          consolidationPolicy: 'WhenEmpty',
          consolidateAfter: '5m',
          budgets: [{ nodes: 0, reasons: ['Drifted'], schedule: '0 8 * * mon-fri', duration: '10h' }, { nodes: '10%' }],
        },
        limits: { cpu: 100, memory: '1000Gi', 'nvidia.com/gpu': 8 },
        weight: 10,
        overrides: { nodePool: { spec: { template: { spec: { expireAfter: 'Never' } } } } },
      });
    }, karpenter)['NodePool gpu'];
    const key = (name: string) => `karpenter.k8s.aws/instance-${name}`;
    expect(at(pool, 'spec')).toEqual({
      template: {
        metadata: { labels: { tier: 'gpu' }, annotations: { 'example.com/owner': 'ml' } },
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'gpu' },
          requirements: [
            { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
            { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot', 'on-demand'] },
            { key: key('category'), operator: 'NotIn', values: ['t'] },
            { key: key('family'), operator: 'In', values: ['g6', 'g6e'], minValues: 2 },
            { key: key('generation'), operator: 'Gt', values: ['4'] },
            { key: key('generation'), operator: 'Lte', values: ['8'] },
            { key: key('gpu-count'), operator: 'In', values: ['1', '4'] },
            { key: key('local-nvme'), operator: 'Exists' },
            { key: 'example.com/team', operator: 'Exists' },
            { key: 'example.com/use', operator: 'In', values: ['ml'] },
          ],
          taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }],
          startupTaints: [{ key: 'ebs.csi.aws.com/agent-not-ready', value: 'x', effect: 'NoExecute' }],
          expireAfter: 'Never',
          terminationGracePeriod: '24h',
        },
      },
      disruption: {
        consolidationPolicy: 'WhenEmpty',
        consolidateAfter: '5m',
        budgets: [{ nodes: '0', reasons: ['Drifted'], schedule: '0 8 * * mon-fri', duration: '10h' }, { nodes: '10%' }],
      },
      limits: { cpu: 100, memory: '1000Gi', 'nvidia.com/gpu': 8 },
      weight: 10,
    });
  });

  it('spells labels as the one who makes the nodes does, and takes the class of EKS Auto Mode where there is none', () => {
    const pools = render((scope) => {
      new NodePool(scope, 'arm', { requirements: { architecture: ['arm64'], instanceCpu: [4] } });
      new NodePool(scope, 'named', { nodeClass: 'own', requirements: { instanceTenancy: undefined } as object });
    }, autoMode);
    expect(at(pools['NodePool arm'], ...SPEC)).toEqual({
      nodeClassRef: { group: 'eks.amazonaws.com', kind: 'NodeClass', name: 'default' },
      requirements: [
        { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] },
        { key: 'eks.amazonaws.com/instance-cpu', operator: 'In', values: ['4'] },
      ],
    });
    expect(at(pools['NodePool named'], ...SPEC, 'nodeClassRef', 'name')).toBe('own');
  });

  it('follows the kind of its class where an environment has both', () => {
    const pools = render((scope) => {
      const karpenterClass = new Ec2NodeClass(scope, 'k', {
        role: 'n',
        ami: 'al2023@latest',
        securityGroups: [{ name: 'n' }],
      });
      const autoClass = new AutoModeNodeClass(scope, 'a', { role: 'n', securityGroups: [{ name: 'n' }] });
      new NodePool(scope, 'p', { nodeClass: karpenterClass, requirements: { instanceSize: ['large'] } });
      new NodePool(scope, 'q', { nodeClass: autoClass, requirements: { instanceSize: ['large'] } });
    }, both);
    expect(at(pools['NodePool p'], ...SPEC, 'requirements', 0, 'key')).toBe('karpenter.k8s.aws/instance-size');
    expect(at(pools['NodePool q'], ...SPEC, 'requirements', 0, 'key')).toBe('eks.amazonaws.com/instance-size');
  });

  it('keeps a number of nodes, and writes what the schema wants beside a budget', () => {
    const pools = render((scope) => {
      new NodePool(scope, 'static', { replicas: 3, limits: { nodes: 4 } });
      new NodePool(scope, 'budget', { disruption: { budgets: [{ nodes: '20%' }] } });
    }, autoMode);
    expect(at(pools['NodePool static'], 'spec', 'replicas')).toBe(3);
    expect(at(pools['NodePool budget'], 'spec', 'disruption')).toEqual({
      consolidateAfter: '0s',
      budgets: [{ nodes: '20%' }],
    });
  });

  it('renders nothing on a plain cluster, and has its name and taints', () => {
    let said: unknown;
    const objects = render((scope) => {
      const { name, taints, nodePool } = new NodePool(scope, 'a', { taints: [{ key: 'x', effect: 'NoSchedule' }] });
      said = { name, taints, nodePool };
    }, kubernetesEnvironment());
    expect([objects, said]).toEqual([{}, { name: 'a', taints: [{ key: 'x', effect: 'NoSchedule' }] }]);
  });
});
