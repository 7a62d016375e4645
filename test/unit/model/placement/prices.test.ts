import { fargateSizeOf } from '../../../../src/knowledge/aws/fargate-sizes';
import { instanceSize, mostRoom, sureRoom } from '../../../../src/knowledge/aws/instance-sizes';
import { FARGATE_PRICES } from '../../../../src/knowledge/aws/prices/fargate-prices';
import { FAMILY_PRICES, instancePrice, PRICED_TYPES } from '../../../../src/knowledge/aws/prices/instance-prices';
import { priceDates } from '../../../../src/model/placement/price-dates';
import { eksEnvironment } from '../../../support/environment';
import { dollars, group, nodePool, place, workload } from './support';

const ONE = { cpu: '1', memory: '1Gi' };

describe('what Pods cost a month', () => {
  it('on Fargate: the size that is paid for, for 730 hours, by the number of Pods', () => {
    const compute = { fargateProfiles: [{ name: 'all', selectors: [{ namespace: '*', labels: {} }] }] };
    const pods = workload({ requests: { cpu: '250m', memory: '256Mi' }, replicas: 2 });
    expect(dollars(place(compute, [pods])[0]?.cost)).toEqual([18.02, 18.02]);
    expect(place(compute, [pods], { region: 'sa-east-1' })[0]?.cost).toBeUndefined();
    const prices = { fargate: { vcpuHour: 1, gbHour: 0 } };
    expect(dollars(place(compute, [pods], { region: 'sa-east-1', prices })[0]?.cost)).toEqual([365, 365]);
  });

  it('on nodes: the share of a full node, from the cheapest type to the dearest', () => {
    const compute = { managedNodeGroups: [group('general', ['m7i.large', 'm6i.large'])] };
    const [placement] = place(compute, [workload({ requests: ONE })]);
    const share = 1 / sureRoom({ cpu: 2, memory: 8 }).cpu;
    expect(dollars(placement?.cost)).toEqual(dollars({ min: 0.107 * share * 730, max: 0.11235 * share * 730 }));
  });

  it('as Spot: from nothing to what it costs on demand, unless the environment says', () => {
    const compute = { managedNodeGroups: [group('spot', ['m7i.large'], { capacityType: 'SPOT' })] };
    const said = (prices = {}) => dollars(place(compute, [workload({ requests: ONE })], { prices })[0]?.cost);
    const share = 730 / sureRoom({ cpu: 2, memory: 8 }).cpu;
    expect(said()).toEqual(dollars({ min: 0, max: 0.11235 * share }));
    expect(said({ spot: { 'm7i.large': 0.04 } })).toEqual(dollars({ min: 0.04 * share, max: 0.04 * share }));
    expect(said({ instances: { 'm7i.large': 1 } })).toEqual(dollars({ min: 0, max: share }));
  });

  it('of a type or region without a row is not known', () => {
    const compute = { managedNodeGroups: [group('general', ['m5.large'])] };
    const said = (region: string) => dollars(place(compute, [workload({ requests: ONE })], { region })[0]?.cost);
    expect(said('eu-west-1')).toBeUndefined();
    expect(said('us-east-1')).toBeDefined();
  });

  it('of a pool that starts nodes for Pods: at most a node for each', () => {
    const onDemand = [{ key: 'karpenter.sh/capacity-type', operator: 'In', values: ['on-demand'] }];
    const pods = workload({ requests: { cpu: '100m', memory: '1Gi' }, replicas: 3 });
    const [placement] = place({ karpenter: true }, [pods, nodePool('general', onDemand)]);
    const [pool] = placement?.pools ?? [];
    expect(pool?.size?.name).toBe('m6g.medium');
    expect(dollars(pool?.alone)).toEqual(dollars({ min: 3 * 0.043 * 730, max: 3 * 0.043 * 730 }));
    expect(pool?.cost?.max).toBeLessThan(pool?.alone?.max ?? 0);
  });
});

describe('the table of prices', () => {
  it('has a size for each type, and a price in proportion to it', () => {
    expect(PRICED_TYPES.filter((type) => instanceSize(type) === undefined)).toEqual([]);
    expect(PRICED_TYPES).toHaveLength(new Set(PRICED_TYPES).size);
    const quoted = {
      'm7i.48xlarge': 9.6768,
      'c7a.medium': 0.05132,
      't3.nano': 0.0052,
      'r8g.xlarge': 0.23564,
      'c5.9xlarge': 1.53,
    };
    for (const [type, price] of Object.entries(quoted)) expect(instancePrice(type, 'us-east-1')).toBeCloseTo(price, 6);
    expect(instancePrice('g5.xlarge', 'us-east-1')).toBe(1.006);
    expect(instancePrice('g5.xlarge', 'eu-west-1')).toBeUndefined();
    expect(instancePrice('m7i.metal-48xl', 'us-east-1')).toBeUndefined();
  });

  it('holds amounts above 0, and a month and an address for each row of Fargate', () => {
    const larges = Object.values(FAMILY_PRICES).flatMap(({ large }) => Object.values(large));
    expect(larges.every((price) => price > 0)).toBe(true);
    for (const { vcpu, gb, source } of Object.values(FARGATE_PRICES)) {
      expect(vcpu > gb).toBe(true);
      expect(source.date).toMatch(/^\d{4}-\d\d$/);
      expect(source.address).toMatch(/^https:/);
    }
  });

  it('tells its age, and what is the environment’s own', () => {
    const own = { prices: { date: '2026-10', spot: { 'm7i.large': 0.04 } }, region: 'sa-east-1' };
    expect(priceDates(eksEnvironment(own))).toEqual([
      { of: 'Fargate' },
      { of: 'instances' },
      { of: 'some instances', source: 'settings', date: '2026-10' },
      { of: 'the rest' },
    ]);
    expect(priceDates(eksEnvironment()).map(({ of, date }) => [of, date])).toEqual([
      ['Fargate', '2026-07'],
      ['instances', '2026-01'],
      ['the rest', '2026-07'],
    ]);
  });

  it('the kubelet keeps what AWS’s table of types says it keeps of the CPUs', () => {
    const kept = (type: string) => {
      const size = instanceSize(type) ?? { cpu: 0, memory: 0 };
      return Number(mostRoom(size).cpu.toFixed(5));
    };
    expect([kept('m5.large'), kept('m7i.xlarge'), kept('m7i.4xlarge'), kept('m7i.48xlarge')]).toEqual([
      1.93, 3.92, 15.89, 191.45,
    ]);
    expect(fargateSizeOf(0.25, 0.5)).toEqual({ vcpu: 0.25, memoryGiB: 0.5 });
  });
});
