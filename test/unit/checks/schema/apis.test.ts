import { banRemovedApi } from '../../../../src/checks/rules/k8s/ban-removed-api';
import { noMissingSchema } from '../../../../src/checks/rules/k8s/no-missing-schema';
import { saidBy } from '../../../support/schemas';

const object = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: 'a', namespace: 'shop' } });
const removed = (apiVersion: string, kind: string, version?: string) =>
  saidBy(banRemovedApi, [object(apiVersion, kind)], version);
const missing = (apiVersion: string, kind: string) => saidBy(noMissingSchema, [object(apiVersion, kind)]);

describe('an API version of Kubernetes’ own', () => {
  it('that went is named, with what takes its place', () => {
    expect(removed('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.32')).toEqual([
      'apiVersion: FlowSchema shop/a: it uses flowcontrol.apiserver.k8s.io/v1beta3, which Kubernetes 1.32 does not serve (1.28 to 1.31 do). The sync fails with "no matches for kind". fix: use apiVersion flowcontrol.apiserver.k8s.io/v1.',
    ]);
  });

  it('that is served is none of anybody’s business', () => {
    expect(removed('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema', '1.31')).toEqual([]);
    expect(missing('apps/v1', 'Deployment')).toEqual([]);
  });

  it('that has not come yet is named, with what stands in its place until then', () => {
    expect(removed('resource.k8s.io/v1', 'DeviceClass', '1.33')).toEqual([
      'apiVersion: DeviceClass shop/a: it uses resource.k8s.io/v1, which Kubernetes 1.33 does not serve (1.34 to 1.37 do). The sync fails with "no matches for kind". fix: use apiVersion resource.k8s.io/v1beta2.',
    ]);
    expect(removed('networking.k8s.io/v1', 'IPAddress', '1.30')).toEqual([
      'apiVersion: IPAddress shop/a: it uses networking.k8s.io/v1, which Kubernetes 1.30 does not serve (1.33 to 1.37 do). The sync fails with "no matches for kind". fix: use apiVersion networking.k8s.io/v1alpha1.',
    ]);
    expect(removed('scheduling.k8s.io/v1alpha1', 'Workload', '1.34')).toEqual([
      'apiVersion: Workload shop/a: it uses scheduling.k8s.io/v1alpha1, which Kubernetes 1.34 does not serve (only 1.35 does). The sync fails with "no matches for kind". fix: leave the object out until the cluster runs 1.35.',
    ]);
  });

  it.each([
    ['extensions/v1beta1', 'Ingress', 'use apiVersion networking.k8s.io/v1.'],
    ['apps/v1beta1', 'Deployment', 'use apiVersion apps/v1.'],
    ['autoscaling/v2beta2', 'HorizontalPodAutoscaler', 'use apiVersion autoscaling/v2.'],
    ['policy/v1beta1', 'PodSecurityPolicy', 'remove the object; nothing takes its place.'],
  ])('that went long ago is named too: %s %s', (apiVersion, kind, fix) => {
    expect(removed(apiVersion, kind)).toEqual([
      `apiVersion: ${kind} shop/a: it uses ${apiVersion}, which Kubernetes 1.34 does not serve (no version does since 1.28). The sync fails with "no matches for kind". fix: ${fix}`,
    ]);
  });

  it('is judged by one of the two rules, never by both', () => {
    expect(missing('apps/v1beta1', 'Deployment')).toEqual([]);
    expect(missing('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema')).toEqual([]);
    expect(removed('example.com/v1', 'Widget')).toEqual([]);
  });
});

describe('a kind without a schema', () => {
  const fix =
    'fix: correct apiVersion and kind, or add the kind’s CustomResourceDefinition, or pin it in imports/sources.yaml and run `npm run import`.';

  it('is said, and with it the one that may be meant', () => {
    expect(missing('karpenter.sh/v1beta1', 'NodePool')).toEqual([
      `: NodePool.karpenter.sh shop/a: there is no schema for karpenter.sh/v1beta1/NodePool, so the object has not been judged. Did you mean "karpenter.sh/v1/NodePool"? ${fix}`,
    ]);
    expect(missing('apps/v1', 'Deploymnet')).toEqual([
      `: Deploymnet shop/a: there is no schema for apps/v1/Deploymnet, so the object has not been judged. Did you mean "apps/v1/Deployment"? ${fix}`,
    ]);
  });

  it('is said, though nothing is near it', () => {
    expect(missing('constructor', 'toString')).toEqual([
      `: toString shop/a: there is no schema for constructor/toString, so the object has not been judged. ${fix}`,
    ]);
  });

  it('may be an object that does not say what it is', () => {
    expect(saidBy(noMissingSchema, [{ kind: 'Service', metadata: { name: 'web' } }, { spec: {} }])).toEqual([
      ': Service web: it has no `apiVersion`, so it cannot be judged. fix: set `apiVersion`.',
      ': Object without a name: it has no `apiVersion` and no `kind`, so it cannot be judged. fix: set `apiVersion` and `kind`; of files for Helm or kustomize, judge what `helm template` or `kubectl kustomize` prints.',
    ]);
  });
});
