import { fargateProfileFor } from '../../../../src/knowledge/aws/fargate';
import { FARGATE_SIZES, LARGEST_FARGATE } from '../../../../src/knowledge/aws/fargate-sizes';
import { last } from '../../../../src/model/lists';

const profiles = [
  { name: 'wild', selectors: [{ namespace: 'batch-??', labels: { 'team-*': 'a?' } }] },
  { name: 'whole', selectors: [{ namespace: 'shop*', labels: {} }] },
  { name: 'part', selectors: [{ namespace: 'shop', labels: { run: 'fargate', tier: 'web' } }] },
];
const caught = (namespace: string, labels: Readonly<Record<string, string>> = {}) =>
  fargateProfileFor(profiles, namespace, labels)?.name;

describe('a Fargate profile', () => {
  it('takes Pods whose namespace and labels match one of its selectors', () => {
    expect(caught('shop')).toBe('whole');
    expect(caught('shopping')).toBe('whole');
    expect(caught('my-shop')).toBeUndefined();
  });

  it('matches any characters by * and one by ?, in namespaces, keys and values', () => {
    expect(caught('batch-01', { 'team-x': 'ab' })).toBe('wild');
    expect(caught('batch-1', { 'team-x': 'ab' })).toBeUndefined();
    expect(caught('batch-01', { 'team-x': 'a' })).toBeUndefined();
    expect(caught('batch-01', { team: 'ab' })).toBeUndefined();
  });

  it('takes a Pod before those with later names, unless the Pod names another that matches', () => {
    const labels = { run: 'fargate', tier: 'web' };
    expect(caught('shop', labels)).toBe('part');
    expect(caught('shop', { ...labels, 'eks.amazonaws.com/fargate-profile': 'whole' })).toBe('whole');
    expect(caught('shop', { run: 'fargate', 'eks.amazonaws.com/fargate-profile': 'part' })).toBeUndefined();
  });

  it('has sizes in rising order, of which the last is the largest', () => {
    const flat = FARGATE_SIZES.map(({ vcpu, memoryGiB }) => [vcpu, memoryGiB[0], last(memoryGiB)]);
    expect(flat).toEqual([
      [0.25, 0.5, 2],
      [0.5, 1, 4],
      [1, 2, 8],
      [2, 4, 16],
      [4, 8, 30],
      [8, 16, 60],
      [16, 32, 120],
    ]);
    expect(LARGEST_FARGATE).toEqual({ vcpu: 16, memoryGiB: 120 });
  });
});
