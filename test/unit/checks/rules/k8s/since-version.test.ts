import { validQuota } from '../../../../../src/checks/rules/k8s/valid-quota';
import { validResources } from '../../../../../src/checks/rules/k8s/valid-resources';
import { validService } from '../../../../../src/checks/rules/k8s/valid-service';
import { saidBy } from '../../../../support/schemas';

const metadata = { name: 'web', namespace: 'shop' };
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { ports: [{ port: 80 }], trafficDistribution: 'PreferSameZone' },
};
const quota = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata,
  spec: {
    scopeSelector: { matchExpressions: [{ scopeName: 'VolumeAttributesClass', operator: 'Exists' }] },
    hard: { 'requests.storage': '1Ti' },
  },
};
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: {
    resources: { requests: { cpu: '1' } },
    containers: [{ name: 'web', image: 'web:1', resources: { requests: { cpu: '2' } } }],
  },
};

it('a way of keeping traffic is refused before 1.34', () => {
  expect(saidBy(validService, [service as never], '1.33')).toEqual([
    'spec.trafficDistribution: Service shop/web: `trafficDistribution: PreferSameZone` is known since Kubernetes 1.34; the server of 1.33 refuses it. fix: use `PreferClose`, or remove it.',
  ]);
  expect(saidBy(validService, [service as never], '1.34')).toEqual([]);
});

it('a scope of quotas is refused before 1.34', () => {
  expect(saidBy(validQuota, [quota as never], '1.33')).toEqual([
    'spec.scopeSelector.matchExpressions[0].scopeName: ResourceQuota shop/web: scope VolumeAttributesClass is known since Kubernetes 1.34, and this is 1.33; the server refuses the quota. fix: leave the quota out, or raise kubernetesVersion.',
  ]);
  expect(saidBy(validQuota, [quota as never], '1.34')).toEqual([]);
});

it('a Pod’s own requests are judged where they are read', () => {
  expect(saidBy(validResources, [pod as never], '1.33')).toEqual([]);
  expect(saidBy(validResources, [pod as never], '1.34')).toHaveLength(1);
});
