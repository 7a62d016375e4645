import { argocdObjects } from '../../src/gitops/argocd-objects';
import { bootstrapFile } from '../../src/gitops/bootstrap';
import { withSyncAnnotations } from '../../src/gitops/sync-annotations';
import type { EksEnvironment } from '../../src/model/environment';
import { at, type JsonObject } from '../../src/model/json';
import { renderedObject } from '../../src/model/rendered-object';
import { eksEnvironment, kubernetesEnvironment } from '../support/environment';
import { messageOf } from '../support/thrown';

const gitops = (overrides: Partial<NonNullable<EksEnvironment['gitops']>> = {}) => {
  const base = eksEnvironment();
  return eksEnvironment({
    name: 'prod',
    gitops: { ...(base.gitops as NonNullable<EksEnvironment['gitops']>), ...overrides },
  });
};
const apps = [{ name: 'shop', owner: 'retail', namespace: 'shop' }];
const find = (environment: EksEnvironment, name: string) =>
  argocdObjects(environment, apps).find((object) => object.name === name)?.value;

function annotated(kind: string, annotations: JsonObject = {}, apiVersion = 'v1') {
  const value = {
    apiVersion,
    kind,
    metadata: { name: 'x', ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
  };
  const [object] = withSyncAnnotations([renderedObject(value, { environment: 'prod', app: 'shop' })], gitops());
  return at(object?.value, 'metadata', 'annotations');
}

describe('what Argo CD reads', () => {
  it('an Application deletes what it made after one confirmation, retries for ever, and reads its own folder', () => {
    expect(find(gitops(), 'prod-shop')).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: 'prod-shop',
        namespace: 'argocd',
        annotations: {
          'argocd.argoproj.io/manifest-generate-paths': '.',
          'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
        },
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: {
        project: 'prod-retail',
        source: {
          repoURL: 'https://git.example.com/platform.git',
          path: 'dist/prod/shop',
          targetRevision: 'refs/heads/main',
          directory: { recurse: true },
        },
        destination: { server: 'https://kubernetes.default.svc', namespace: 'shop' },
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: ['ApplyOutOfSyncOnly=true', 'FailOnSharedResource=true'],
          retry: { limit: -1, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
        },
      },
    });
  });

  it('a project is written from its owner’s declaration, whatever is rendered', () => {
    const project = find(gitops(), 'prod-retail');
    expect(project).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name: 'prod-retail', namespace: 'argocd' },
      spec: {
        description: 'What retail may have on test-cluster',
        sourceRepos: ['https://git.example.com/platform.git'],
        destinations: [
          { server: 'https://kubernetes.default.svc', namespace: 'shop' },
          { server: 'https://kubernetes.default.svc', namespace: 'shop-*' },
        ],
        clusterResourceWhitelist: [],
        namespaceResourceBlacklist: ['Application', 'ApplicationSet', 'AppProject'].map((kind) => ({
          group: 'argoproj.io',
          kind,
        })),
      },
    });
    expect(argocdObjects(gitops(), []).map((object) => object.name)).toEqual(['prod-platform', 'prod-retail']);
  });

  it('no project of an app’s owner allows ClusterRole, bindings, webhooks or CRDs, even when declared', () => {
    const base = gitops();
    const greedy = {
      ...base.owners['retail'],
      name: 'retail',
      namespaces: ['shop'],
      repositories: [],
      platform: false,
      clusterKinds: [
        'Namespace',
        'ClusterRole',
        'ClusterRoleBinding',
        'ValidatingWebhookConfiguration',
        'CustomResourceDefinition',
        'IngressClassParams.elbv2.k8s.aws',
      ],
    };
    const project = find({ ...base, owners: { retail: greedy } }, 'prod-retail');
    expect(at(project, 'spec', 'clusterResourceWhitelist')).toEqual([
      { group: '', kind: 'Namespace' },
      { group: 'elbv2.k8s.aws', kind: 'IngressClassParams' },
    ]);
  });

  it('names a cluster in exactly one way, the EKS capability by its ARN', () => {
    const named = find(gitops({ destination: { name: 'prod-cluster' } }), 'prod-shop');
    expect(at(named, 'spec', 'destination')).toEqual({ name: 'prod-cluster', namespace: 'shop' });
    const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
    const managed = gitops({ flavour: 'eks-capability', destination: { clusterArn } });
    expect(at(find(managed, 'prod-shop'), 'spec', 'destination')).toEqual({ server: clusterArn, namespace: 'shop' });
    expect(at(bootstrapFile(managed)?.values[1], 'spec', 'destination')).toEqual({
      server: clusterArn,
      namespace: 'argocd',
    });
  });

  it('puts the repository’s id before all names where several share one Argo CD', () => {
    expect(argocdObjects(gitops({ id: 'web' }), apps).map((object) => object.name)).toEqual([
      'web-prod-platform',
      'web-prod-retail',
      'web-prod-shop',
    ]);
    expect(
      messageOf(() => argocdObjects(gitops({ id: 'x'.repeat(40) }), [{ name: 'y'.repeat(30), owner: 'retail' }])),
    ).toBe(
      `prod: the Argo CD name ${'x'.repeat(40)}-prod-${'y'.repeat(30)} has 76 characters; with label tracking it may have 63.\nfix: shorten the app’s, the owner’s or the environment’s name.`,
    );
  });

  it('root syncs Applications and projects only, in a project of its own, from the bootstrap file', () => {
    const file = bootstrapFile(gitops());
    expect(file?.path).toBe('_bootstrap/prod.yaml');
    expect(file?.values.map((value) => at(value, 'metadata', 'name'))).toEqual(['prod-root', 'prod-root']);
    expect(at(file?.values[0], 'spec', 'namespaceResourceWhitelist')).toEqual([
      { group: 'argoproj.io', kind: 'Application' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ]);
    expect(at(file?.values[1], 'spec', 'source', 'path')).toBe('dist/prod/_argocd');
    expect(at(file?.values[1], 'metadata', 'finalizers')).toBeUndefined();
  });

  it('is nothing where an environment has no gitops', () => {
    expect([argocdObjects(kubernetesEnvironment(), apps), bootstrapFile(kubernetesEnvironment())]).toEqual([
      [],
      undefined,
    ]);
    const object = renderedObject(
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } },
      { environment: 'local', app: 'shop' },
    );
    expect(withSyncAnnotations([object], kubernetesEnvironment())).toEqual([object]);
  });
});

describe('waves and confirmations', () => {
  const confirm = 'Prune=confirm,Delete=confirm';
  it.each([
    ['Namespace', '-4', confirm],
    ['PersistentVolumeClaim', undefined, confirm],
    ['PersistentVolume', undefined, confirm],
    ['StorageClass', '-3', confirm],
    ['StatefulSet', undefined, confirm],
    ['CustomResourceDefinition', '-5', `${confirm},ServerSideApply=true`],
    ['ServiceAccount', '-4', undefined],
    ['ConfigMap', '-1', undefined],
    ['HorizontalPodAutoscaler', '1', undefined],
    ['Ingress', '2', undefined],
  ])('%s: wave %s, options %s', (kind, wave, options) => {
    expect(annotated(kind)).toEqual({
      ...(wave === undefined ? {} : { 'argocd.argoproj.io/sync-wave': wave }),
      ...(options === undefined ? {} : { 'argocd.argoproj.io/sync-options': options }),
    });
  });

  it('leaves a Deployment as it is, since wave 0 is the default', () =>
    expect(annotated('Deployment', {}, 'apps/v1')).toBeUndefined());

  it('keeps what the author set', () => {
    expect(
      annotated('Namespace', {
        'argocd.argoproj.io/sync-wave': '-9',
        'argocd.argoproj.io/sync-options': 'Prune=false',
      }),
    ).toEqual({
      'argocd.argoproj.io/sync-wave': '-9',
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=confirm',
    });
  });

  it('applies on the server what is too large to be copied into an annotation', () => {
    const value = {
      apiVersion: 'v1',
      kind: 'Deployment',
      metadata: { name: 'x' },
      spec: { text: 'x'.repeat(220_000) },
    };
    const [object] = withSyncAnnotations([renderedObject(value, { environment: 'prod', app: 'shop' })], gitops());
    expect(at(object?.value, 'metadata', 'annotations')).toEqual({
      'argocd.argoproj.io/sync-options': 'ServerSideApply=true',
    });
  });
});
