import { answers, group, nodePool, object, place, workload } from './support';

const GAMES = { name: 'games', selectors: [{ namespace: 'games', labels: { on: 'fargate*' } }] };

describe('where Pods run', () => {
  it('Fargate takes what a selector matches before any node, and rounds up with the 256 MiB that it adds', () => {
    const compute = { fargateProfiles: [GAMES], managedNodeGroups: [group('general', ['m7i.large'])] };
    const pod = { namespace: 'games', labels: { on: 'fargate-1' }, requests: { cpu: '1', memory: '8Gi' } };
    const [placement] = place(compute, [workload(pod)]);
    expect(answers(placement)).toEqual([
      'yes | Fargate profile games | 2 vCPU and 9 GiB',
      'no | node group general | profile games takes its Pods',
    ]);
    expect(placement?.pools[0]?.zones).toEqual(['eu-west-1a', 'eu-west-1b']);
    expect(answers(place(compute, [workload({ ...pod, labels: {} })])[0])).toEqual([
      'no | Fargate profile games | none of its selectors matches the namespace and labels',
      'no | node group general | its largest instance has 2 CPUs and 8 GiB, less what the system keeps',
    ]);
  });

  it('a Pod that Fargate has no size for, and a DaemonSet there, find no place', () => {
    const compute = { fargateProfiles: [{ name: 'all', selectors: [{ namespace: '*', labels: {} }] }] };
    const [large] = place(compute, [workload({ requests: { cpu: '17' } })]);
    expect([large?.placed, ...answers(large)]).toEqual([
      'no',
      'no | Fargate profile all | with what Fargate adds, a Pod gets at most 16 vCPU and 120 GiB',
    ]);
    const [agent] = place(compute, [workload({ kind: 'DaemonSet' })]);
    expect([agent?.placed, ...answers(agent)]).toEqual(['no', 'no | Fargate profile all | Fargate runs no DaemonSet']);
  });

  it('nodes refuse by label, taint, processor, device and size, and say which', () => {
    const compute = {
      managedNodeGroups: [
        group('plain', ['m7i.large']),
        group('arm', ['m7g.large'], { labels: { disk: 'ssd' } }),
        group('spot', ['m7i.xlarge'], { taints: [{ key: 'spot', value: 'true', effect: 'NoSchedule' as const }] }),
      ],
    };
    const said = (pod: Parameters<typeof workload>[0]) => answers(place(compute, [workload(pod)])[0]);
    expect(said({ pod: { nodeSelector: { disk: 'ssd' } } })).toEqual([
      'yes | node group arm | m7g.large',
      'no | node group plain | no disk=ssd',
      'no | node group spot | no disk=ssd',
    ]);
    expect(said({ requests: { memory: '6Gi' }, pod: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } } })).toEqual([
      'unknown | node group plain | its largest instance has 2 CPUs and 8 GiB, of which the system takes its part',
      'no | node group arm | no kubernetes.io/arch=amd64',
      'no | node group spot | taint spot=true:NoSchedule',
    ]);
    expect(said({ requests: { cpu: '3' }, pod: { tolerations: [{ key: 'spot', operator: 'Exists' }] } })).toEqual([
      'yes | node group spot | m7i.xlarge',
      'no | node group plain | its largest instance has 2 CPUs and 8 GiB',
      'no | node group arm | its largest instance has 2 CPUs and 8 GiB',
    ]);
    const gpu = { containers: [{ name: 'app', resources: { limits: { 'nvidia.com/gpu': 1 } } }] };
    expect(said({ pod: gpu })[0]).toBe('no | node group plain | no nvidia.com/gpu');
  });

  it('counts sidecars, and the DaemonSets that run beside on a node', () => {
    const compute = { managedNodeGroups: [group('general', ['m7i.large', 'm7i.xlarge'])] };
    const sidecar = { name: 'agent', restartPolicy: 'Always', resources: { requests: { cpu: '300m' } } };
    const web = workload({ requests: { cpu: '1400m' }, pod: { initContainers: [sidecar] } });
    const agent = workload({ name: 'agent', kind: 'DaemonSet', requests: { cpu: '200m' } });
    const sizeOf = (objects: Parameters<typeof place>[1]) =>
      place(compute, objects).find(({ object: { name } }) => name === 'web')?.pools[0]?.size?.name;
    expect(sizeOf([web])).toBe('m7i.large');
    expect(sizeOf([web, agent])).toBe('m7i.xlarge');
  });

  it('a pool starts the cheapest type that its requirements and the Pod allow', () => {
    const requirements = [
      { key: 'karpenter.k8s.aws/instance-category', operator: 'In', values: ['m', 'r'] },
      { key: 'karpenter.k8s.aws/instance-generation', operator: 'Gt', values: ['6'] },
    ];
    const pool = nodePool('general', requirements);
    const said = (pod: Parameters<typeof workload>[0]) =>
      place({ karpenter: true }, [workload(pod), pool])[0]?.pools[0]?.size;
    expect(said({ requests: { cpu: '1', memory: '2Gi' } })).toEqual({
      name: 'm7g.large',
      cpu: 2,
      memoryGiB: 8,
      isLeast: true,
    });
    const amd64 = { nodeSelector: { 'kubernetes.io/arch': 'amd64' } };
    expect(said({ requests: { cpu: '12', memory: '20Gi' }, pod: amd64 })?.name).toBe('m7i.4xlarge');
  });

  it('asks pools in the order in which Karpenter does, and zones of each are those of the subnets', () => {
    const inZone = [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['eu-west-1b'] }];
    const pools = [nodePool('a', []), nodePool('b', []), nodePool('heavy', inZone, { weight: 10 })];
    const [placement] = place({ karpenter: true, managedNodeGroups: [group('general', ['m7i.large'])] }, [
      workload({ requests: { cpu: '100m' } }),
      ...pools,
    ]);
    expect(placement?.pools.map(({ pool }) => pool)).toEqual([
      'node group general',
      'NodePool heavy',
      'NodePool b',
      'NodePool a',
    ]);
    expect(placement?.pools[1]?.zones).toEqual(['eu-west-1b']);
  });

  it('what nobody has said is not known, and never a refusal', () => {
    const [guessed] = place({ karpenter: true }, [workload({ requests: { cpu: '500' } })]);
    expect([guessed?.placed, ...answers(guessed)]).toEqual([
      'unknown',
      'unknown | a NodePool | no NodePool is rendered or declared',
    ]);
    const [unsized] = place({ managedNodeGroups: [group('gpu', ['g5.xlarge'])] }, [
      workload({ requests: { cpu: '9' } }),
    ]);
    expect([unsized?.placed, ...answers(unsized)]).toEqual([
      'unknown',
      'unknown | node group gpu | the size of g5.xlarge is not known',
    ]);
    const hybrid = { nodeSelector: { 'eks.amazonaws.com/compute-type': 'hybrid' } };
    expect(answers(place({ managedNodeGroups: [group('a', ['m7i.large'])] }, [workload({ pod: hybrid })])[0])).toEqual([
      'unknown | hybrid nodes | the settings do not name them',
      'no | node group a | no eks.amazonaws.com/compute-type=hybrid',
    ]);
  });

  it('EKS Auto Mode has the pools that are on, and starts none of the smallest sizes', () => {
    const pod = workload({ requests: { cpu: '100m', memory: '64Mi' } });
    const both = place({ autoMode: true }, [pod])[0];
    expect(both?.pools.map(({ pool, verdict }) => `${verdict} ${pool}`)).toEqual([
      'yes NodePool general-purpose',
      'unknown a NodePool',
      'no NodePool system',
    ]);
    const none = place({ autoMode: true, autoModePools: [] }, [pod])[0];
    expect(none?.pools.map(({ pool }) => pool)).toEqual(['a NodePool']);
  });

  it('counts Pods by what scales them, and says which end by themselves', () => {
    const compute = { managedNodeGroups: [group('general', ['m7i.large'])] };
    const template = { spec: { containers: [{ name: 'app' }] } };
    const scaler = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        minReplicas: 2,
        maxReplicas: 6,
      },
    };
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'once', namespace: 'shop' },
      spec: { parallelism: 4, completions: 3, template },
    };
    const all = place(compute, [workload({}), object(scaler), object(job), workload({ name: 'a', kind: 'DaemonSet' })]);
    expect(all.map(({ object: { kind }, pods, ends }) => [kind, pods, ends])).toEqual(
      expect.arrayContaining([
        ['Deployment', { min: 2, max: 6 }, undefined],
        ['Job', { min: 0, max: 3 }, true],
        ['DaemonSet', undefined, undefined],
      ]),
    );
  });
});
