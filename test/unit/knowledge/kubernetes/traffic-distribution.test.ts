import { versionOfDistribution } from '../../../../src/knowledge/kubernetes/traffic-distribution';

it('says which version a way of keeping traffic needs', () => {
  expect(versionOfDistribution('PreferSameZone', '1.33')).toBe('1.34');
  expect(versionOfDistribution('PreferSameNode', '1.34')).toBeUndefined();
  expect(versionOfDistribution('PreferClose', '1.33')).toBeUndefined();
});
