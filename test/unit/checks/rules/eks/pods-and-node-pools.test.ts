import { check } from '../../../../../src/checks/engine/check';
import { noMissingNode } from '../../../../../src/checks/rules/eks/no-missing-node';
import type { EksEnvironment } from '../../../../../src/model/environment';
import type { JsonObject } from '../../../../../src/model/json';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../../support/environment';
import { autoMode, karpenter } from '../../../../support/node-makers';
import { schemasOf } from '../../../../support/schemas';

const poolsOnly = eksEnvironment({ compute: { ...karpenter.compute, managedNodeGroups: [] } });
const KARPENTER_CLASS = { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'general' };
const AUTO_CLASS = { group: 'eks.amazonaws.com', kind: 'NodeClass', name: 'default' };

interface Pool {
  readonly requirements?: readonly JsonObject[];
  readonly taints?: readonly JsonObject[];
  readonly labels?: JsonObject;
}

function pool(name: string, { requirements = [], taints = [], labels = {} }: Pool, nodeClassRef = KARPENTER_CLASS) {
  const template = { metadata: { labels }, spec: { nodeClassRef, requirements, taints } };
  return { apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata: { name }, spec: { template } };
}

/** What the rule says of a Pod with this spec beside these pools. */
function said(
  spec: JsonObject,
  pools: readonly JsonObject[],
  environment: EksEnvironment = poolsOnly,
): readonly string[] {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop' }, spec };
  const objects = [pod, ...pools].map((value) => renderedObject(value, { app: 'shop', environment: 'test' }));
  const input = { environment, objects, schemas: schemasOf(), appOwners: new Map(), environments: [environment] };
  return check(input, [noMissingNode]).findings.map(({ severity, message }) => `${severity}: ${message}`);
}

const cpu = (operator: string, value: string) => ({ key: 'karpenter.k8s.aws/instance-cpu', operator, values: [value] });
const arm = pool('arm', {
  requirements: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }, cpu('Gt', '4'), cpu('Lte', '16')],
  labels: { team: 'data' },
});
const gpu = pool('gpu', { taints: [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }] });
const cpuOf = (value: string) => ({ nodeSelector: { 'karpenter.k8s.aws/instance-cpu': value } });

describe('Pods and the NodePools of their environment', () => {
  it('take what a pool requires, labels, leaves open, or is called', () => {
    const nodeSelector = { 'kubernetes.io/arch': 'arm64', team: 'data', 'karpenter.sh/nodepool': 'arm' };
    expect(said({ nodeSelector }, [arm])).toEqual([]);
    expect(said(cpuOf('8'), [arm])).toEqual([]);
    expect(
      said({ nodeSelector: { 'karpenter.sh/capacity-type': 'spot', 'kubernetes.io/os': 'linux' } }, [arm]),
    ).toEqual([]);
    expect(said({ nodeSelector: { 'karpenter.k8s.aws/ec2nodeclass': 'general' } }, [arm])).toEqual([]);
  });

  it('are told of an architecture, a number, a label and a pool that there is not', () => {
    expect(said({ nodeSelector: { 'kubernetes.io/arch': 'amd64' } }, [arm])).toEqual([
      'error: Pod shop/a: nodes have kubernetes.io/arch arm64, which is not what "kubernetes.io/arch=amd64" asks for, so its Pods stay Pending.',
    ]);
    const open = (value: string) =>
      `error: Pod shop/a: no node group and no NodePool allows what "karpenter.k8s.aws/instance-cpu=${value}" asks for, so its Pods stay Pending.`;
    expect(['4', '32'].map((value) => said(cpuOf(value), [arm]))).toEqual([[open('4')], [open('32')]]);
    expect(said({ nodeSelector: { disk: 'fast' } }, [arm])).toEqual([
      'error: Pod shop/a: no node that the settings name has the label disk, so its Pods stay Pending.',
    ]);
    expect(said({ nodeSelector: { 'karpenter.sh/nodepool': 'amr' } }, [arm])).toEqual([
      'error: Pod shop/a: nodes have karpenter.sh/nodepool arm, which is not what "karpenter.sh/nodepool=amr" asks for, so its Pods stay Pending. Did you mean "arm"?',
    ]);
  });

  it('need one pool that has all of it', () => {
    const nodeSelector = { 'kubernetes.io/arch': 'arm64', 'karpenter.sh/nodepool': 'gpu' };
    const plain = pool('gpu', { requirements: [{ key: 'kubernetes.io/arch', operator: 'NotIn', values: ['arm64'] }] });
    expect(said({ nodeSelector }, [arm, plain])).toEqual([
      'error: Pod shop/a: no nodes that the settings name have all the labels that it selects, so its Pods stay Pending.',
    ]);
  });

  it('tolerate the taints of a pool that has what they select', () => {
    const nodeSelector = { 'karpenter.sh/nodepool': 'gpu' };
    const told = [
      'error: Pod shop/a: the nodes that it may run on have taints that its Pods do not tolerate (NodePool gpu has nvidia.com/gpu=true:NoSchedule), so they stay Pending.',
    ];
    expect(said({ nodeSelector }, [arm, gpu])).toEqual(told);
    expect(said({}, [gpu])).toEqual(told);
    expect(said({}, [gpu, arm])).toEqual([]);
    const tolerated = [
      { key: 'nvidia.com/gpu', operator: 'Exists' },
      { operator: 'Exists' },
      { key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' },
    ];
    expect(tolerated.map((one) => said({ nodeSelector, tolerations: [one] }, [gpu]))).toEqual([[], [], []]);
    const others = [
      { key: 'nvidia.com/gpu' },
      { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoExecute' },
      { key: 'other', operator: 'Exists' },
    ];
    expect(others.map((one) => said({ nodeSelector, tolerations: [one] }, [gpu]))).toEqual([told, told, told]);
  });

  it('trust a pool that is declared, and wishes of taints', () => {
    const external = [{ group: 'karpenter.sh', kind: 'NodePool', name: 'outside' }];
    const declared = eksEnvironment({ compute: poolsOnly.compute, external });
    const select = (name: string) => ({ nodeSelector: { 'karpenter.sh/nodepool': name, team: 'any' } });
    expect(said(select('outside'), [], declared)).toEqual([]);
    expect(said(select('inside'), [], declared)).toHaveLength(1);
    const soft = pool('soft', { taints: [{ key: 'a', effect: 'PreferNoSchedule' }] });
    expect(said({}, [soft])).toEqual([]);
  });

  it('know the pools of EKS Auto Mode itself', () => {
    const own = pool(
      'own',
      { requirements: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }] },
      AUTO_CLASS,
    );
    expect(said({ nodeSelector: { 'karpenter.sh/nodepool': 'general-purpose' } }, [], autoMode)).toEqual([]);
    expect(said({ nodeSelector: { 'eks.amazonaws.com/compute-type': 'auto' } }, [], autoMode)).toEqual([]);
    expect(said({ nodeSelector: { 'kubernetes.io/arch': 'arm64' } }, [own], autoMode)).toEqual([]);
    expect(said({ nodeSelector: { 'karpenter.sh/nodepool': 'system' } }, [own], autoMode)).toEqual([
      'error: Pod shop/a: the nodes that it may run on have taints that its Pods do not tolerate (NodePool system has CriticalAddonsOnly:NoSchedule), so they stay Pending.',
    ]);
    const old = {
      nodeSelector: { 'eks.amazonaws.com/instance-generation': '4', 'eks.amazonaws.com/nodeclass': 'default' },
    };
    expect(said(old, [own], autoMode)).toEqual([]);
  });

  it('read taints of node groups from the last reading of the cluster', () => {
    const { facts: _, ...rest } = eksEnvironment();
    const facts = {
      schemaVersion: 1 as const,
      clusterName: 'test-cluster',
      accountId: '111122223333',
      region: 'eu-west-1',
      cluster: { arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster', kubernetesVersion: '1.34' },
      nodeGroups: [{ name: 'general', taints: [{ key: 'team', value: 'a', effect: 'NO_SCHEDULE' }] }],
    };
    expect(said({}, [], { ...rest, facts })).toEqual([
      'error: Pod shop/a: the nodes that it may run on have taints that its Pods do not tolerate (node group general has team=a:NoSchedule), so they stay Pending.',
    ]);
  });

  it('read taints of node groups from the settings, before the last reading', () => {
    const { compute, ...rest } = eksEnvironment();
    const [general] = compute.managedNodeGroups;
    if (general === undefined) throw new Error('there is no node group');
    const taints = [{ key: 'spot', effect: 'NoSchedule' as const }];
    const tainted = { ...rest, compute: { ...compute, managedNodeGroups: [{ ...general, taints }] } };
    expect(said({}, [], tainted)).toEqual([
      'error: Pod shop/a: the nodes that it may run on have taints that its Pods do not tolerate (node group general has spot:NoSchedule), so they stay Pending.',
    ]);
    expect(said({ tolerations: [{ key: 'spot', operator: 'Exists' }] }, [], tainted)).toEqual([]);
  });

  it('are not judged by these where they ask for hybrid nodes', () => {
    const nodeSelector = { 'eks.amazonaws.com/compute-type': 'hybrid', rack: 'a' };
    expect(said({ nodeSelector }, [arm])).toEqual([]);
    expect(said({ nodeSelector: { 'eks.amazonaws.com/compute-type': 'auto' } }, [arm])).toHaveLength(1);
  });
});
