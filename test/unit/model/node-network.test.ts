import type { Compute } from '../../../src/model/cluster/compute';
import { resolvesOnNodesAlone } from '../../../src/model/node-network';
import { eksEnvironment } from '../../support/environment';
import { AUTO } from '../../support/everything/cluster';

const having = (compute: Partial<Compute>) => {
  const base = AUTO();
  return eksEnvironment({ ...base, compute: { ...base.compute, ...compute } });
};

describe('DNS on the nodes of EKS Auto Mode', () => {
  it.each<[string, Partial<Compute>, boolean]>([
    ['alone', {}, true],
    ['without Auto Mode', { autoMode: false }, false],
    ['beside Karpenter', { karpenter: true }, false],
    ['beside Fargate', { fargateProfiles: [{ name: 'jobs', selectors: [{ namespace: 'jobs', labels: {} }] }] }, false],
    [
      'beside a node group',
      { managedNodeGroups: [{ name: 'g', instanceTypes: [], capacityType: 'ON_DEMAND', labels: {} }] },
      false,
    ],
    [
      'beside nodes that somebody else starts',
      { selfManagedNodeGroups: [{ name: 's', instanceTypes: [], labels: {} }] },
      false,
    ],
  ])('is everywhere: %s', (_what, compute, isEverywhere) => {
    expect(resolvesOnNodesAlone(having(compute))).toBe(isEverywhere);
  });

  it('is not on hybrid nodes', () => {
    const base = AUTO();
    const remoteNetworks = { nodes: ['192.168.0.0/24'], pods: [], gateway: 'tgw-0123456789abcdef0' };
    const environment = eksEnvironment({ ...base, controlPlane: { ...base.controlPlane, remoteNetworks } });
    expect(resolvesOnNodesAlone(environment)).toBe(false);
  });
});
