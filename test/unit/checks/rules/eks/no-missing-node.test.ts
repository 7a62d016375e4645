import { join } from 'node:path';
import { check } from '../../../../../src/checks/engine/check';
import { noMissingNode } from '../../../../../src/checks/rules/eks/no-missing-node';
import { architectureOf } from '../../../../../src/knowledge/aws/node-labels';
import { loadSchemas } from '../../../../../src/load/schemas';
import type { Compute } from '../../../../../src/model/environment';
import type { JsonObject } from '../../../../../src/model/json';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../../support/environment';

const schemas = loadSchemas(join(__dirname, '..', '..', '..', '..', '..', 'imports', 'schemas'), '1.34');

const NO_NODES: Compute = {
  managedNodeGroups: [],
  selfManagedNodeGroups: [],
  fargateProfiles: [],
  karpenter: false,
  autoMode: false,
};
const group = (name: string, labels: Readonly<Record<string, string>> = {}, types = ['m7i.large']) =>
  ({ name, instanceTypes: types, capacityType: 'SPOT', labels }) as const;
const selfManaged = (name: string, labels: Readonly<Record<string, string>>) => ({
  name,
  instanceTypes: ['m7i.large'],
  labels,
});

/** What the rule says of a Pod that selects nodes so. */
function said(compute: Partial<Compute>, nodeSelector: JsonObject): readonly string[] {
  const environment = eksEnvironment({ compute: { ...NO_NODES, ...compute } });
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'shop' }, spec: { nodeSelector } };
  const objects = [renderedObject(pod, { app: 'shop', environment: 'test', construct: 'shop/a', silences: [] })];
  const input = { environment, objects, schemas, appOwners: new Map(), environments: [environment], committed: [] };
  return check(input, [noMissingNode]).findings.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('the nodes that Pods select', () => {
  it('1.9 compute.selfManagedNodeGroups: their labels are what was written, and those of managed groups are not known', () => {
    const compute = { selfManagedNodeGroups: [selfManaged('batch', { pool: 'batch' })] };
    expect(said(compute, { pool: 'batch', 'kubernetes.io/arch': 'amd64' })).toEqual([]);
    expect(said(compute, { pool: 'bacth' })).toEqual([
      'error: Pod shop/a: nodes have pool batch, which is not what "pool=bacth" asks for, so its Pods stay Pending. Did you mean "batch"?',
    ]);
    expect(said(compute, { 'eks.amazonaws.com/nodegroup': 'batch' })).toEqual([
      'unknown: Pod shop/a: whether a node has what "eks.amazonaws.com/nodegroup=batch" asks for is not known: no node group of the settings has the label. Without it, its Pods stay Pending.',
    ]);
  });

  it('1.9 compute.karpenter: its labels are there where it runs, and what EKS sets on managed groups is not', () => {
    const karpenter = { karpenter: true };
    expect(
      said(karpenter, { 'karpenter.sh/nodepool': 'gpu', 'karpenter.k8s.aws/instance-cpu': '8', own: 'a' }),
    ).toEqual(
      ['own=a', 'karpenter.k8s.aws/instance-cpu=8', 'karpenter.sh/nodepool=gpu'].map(
        (asked) =>
          `unknown: Pod shop/a: whether a node has what "${asked}" asks for is not known: no NodePool is rendered, or declared. Without it, its Pods stay Pending.`,
      ),
    );
    expect(said(karpenter, { 'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': 'eu-west-1a' })).toEqual([]);
    expect(said(karpenter, { 'eks.amazonaws.com/capacityType': 'SPOT' })).toEqual([
      'error: Pod shop/a: no node that the settings name has the label eks.amazonaws.com/capacityType, so its Pods stay Pending.',
    ]);
    const auto = { autoMode: true };
    expect(said(auto, { 'karpenter.sh/nodepool': 'gpu', 'eks.amazonaws.com/instance-cpu': '8' })).toEqual([
      'unknown: Pod shop/a: whether a node has what "karpenter.sh/nodepool=gpu" asks for is not known: no NodePool is rendered, or declared. Without it, its Pods stay Pending.',
    ]);
    expect(said(auto, { 'karpenter.k8s.aws/instance-cpu': '8' })).toEqual([
      'error: Pod shop/a: only nodes of Karpenter have the label karpenter.k8s.aws/instance-cpu, and this environment runs without it, so its Pods stay Pending.',
    ]);
  });

  it('1.9 compute.….instanceTypes: they say the processor, and nothing where none is listed', () => {
    const arm = { managedNodeGroups: [group('a', {}, ['m7g.large', 'c7gn.xlarge']), group('b')] };
    expect(said(arm, { 'kubernetes.io/arch': 'arm64' })).toEqual([]);
    expect(said({ managedNodeGroups: [group('a', {}, [])] }, { 'kubernetes.io/arch': 'arm64' })).toEqual([]);
    expect(
      ['a1.large', 't4g.small', 'x2gd.metal', 'im4gn.large', 'g5g.xlarge', 'r8g.large'].map(architectureOf),
    ).toEqual(new Array(6).fill('arm64'));
    expect(
      ['m7i.large', 'g5.xlarge', 'g4dn.xlarge', 'gr6.4xlarge', 'm7i-flex.large', 'u-6tb1.metal'].map(architectureOf),
    ).toEqual(new Array(6).fill('amd64'));
  });

  it('1.9 compute.….capacityType: one group has to offer all that a Pod selects', () => {
    const compute = {
      managedNodeGroups: [group('spot', { team: 'data' }), { ...group('steady'), capacityType: 'ON_DEMAND' as const }],
    };
    const capacity = (capacityType: string) => ({ 'eks.amazonaws.com/capacityType': capacityType });
    expect(said(compute, { ...capacity('SPOT'), team: 'data' })).toEqual([]);
    // A label that one group has is left out of the other on purpose.
    expect(said(compute, { ...capacity('ON_DEMAND'), team: 'data' })).toEqual([
      'error: Pod shop/a: no nodes that the settings name have all the labels that it selects, so its Pods stay Pending.',
    ]);
    expect(said(compute, capacity('CAPACITY_BLOCK'))).toEqual([
      'error: Pod shop/a: nodes have eks.amazonaws.com/capacityType SPOT or ON_DEMAND, which is not what "eks.amazonaws.com/capacityType=CAPACITY_BLOCK" asks for, so its Pods stay Pending.',
    ]);
  });

  it('says nothing where the settings name no nodes', () => {
    expect(said({}, { 'karpenter.sh/nodepool': 'gpu', team: 'data' })).toEqual([]);
  });
});
