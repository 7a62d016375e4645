import { argocdObjects } from '../../../src/gitops/argocd-objects';
import { defined } from '../../../src/model/defined';
import type { GitOps } from '../../../src/model/gitops';
import { at } from '../../../src/model/json';
import type { Owner } from '../../../src/model/owner';
import { delivered, findDelivered, owner } from './delivery';

const projectOf = (declared: Partial<Owner>, version = '3.2') =>
  findDelivered(delivered({ version }, { owners: { retail: owner(declared) } }), 'AppProject prod-retail');
const clusterKinds = (declared: Partial<Owner>, version?: string) =>
  at(projectOf(declared, version), 'spec', 'clusterResourceWhitelist');

describe('a project', () => {
  it('is written from its owner’s declaration, is there before its Applications and outlives them', () => {
    expect(projectOf({ namespaces: ['shop', 'shop-*'] })).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: {
        name: 'prod-retail',
        namespace: 'argocd',
        annotations: { 'argocd.argoproj.io/sync-wave': '-1' },
      },
      spec: {
        description: 'What retail may have on test-cluster',
        sourceRepos: ['https://git.example.com/platform.git'],
        destinations: [
          { server: 'https://kubernetes.default.svc', namespace: 'shop' },
          { server: 'https://kubernetes.default.svc', namespace: 'shop-*' },
        ],
        clusterResourceWhitelist: [],
        namespaceResourceBlacklist: [
          { group: 'argoproj.io', kind: 'Application' },
          { group: 'argoproj.io', kind: 'ApplicationSet' },
          { group: 'argoproj.io', kind: 'AppProject' },
        ],
      },
    });
  });

  it('exists for every declared owner, also where nothing of theirs is rendered', () =>
    expect(argocdObjects(delivered(), []).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'AppProject prod-platform',
      'AppProject prod-retail',
    ]));

  it('takes Applications from the owner’s repositories where some are declared', () =>
    expect(at(projectOf({ repositories: ['https://git.example.com/retail.git'] }), 'spec', 'sourceRepos')).toEqual([
      'https://git.example.com/retail.git',
    ]));

  const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
  const sourceNamespaces = (gitops: Partial<GitOps>, applicationNamespaces?: readonly string[]) =>
    at(
      findDelivered(
        delivered(gitops, { owners: { retail: owner(defined({ applicationNamespaces })) } }),
        'AppProject prod-retail',
      ),
      'spec',
      'sourceNamespaces',
    );

  it('3.1 permits Applications in Argo CD’s namespace, which the EKS capability does not permit by itself', () => {
    const managed = { flavour: 'eks-capability', destination: { clusterArn } } as const;
    expect(sourceNamespaces(managed)).toEqual(['argocd']);
    expect(sourceNamespaces({ ...managed, namespace: 'gitops' })).toEqual(['gitops']);
    expect(sourceNamespaces(managed, ['shop', 'argocd'])).toEqual(['argocd', 'shop']);
  });

  it('3.1 of a self-managed Argo CD names namespaces where the owner declares some', () => {
    expect(sourceNamespaces({})).toBeUndefined();
    expect(sourceNamespaces({}, ['shop'])).toEqual(['argocd', 'shop']);
  });

  const greedy = [
    'Namespace',
    'IngressClassParams.elbv2.k8s.aws',
    'StorageClass',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'ValidatingWebhookConfiguration',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'APIService',
  ];

  it('of an app’s owner allows no ClusterRole, binding, webhook, policy or CRD, even when declared', () =>
    expect(clusterKinds({ clusterKinds: greedy })).toEqual([
      { group: '', kind: 'Namespace' },
      { group: 'elbv2.k8s.aws', kind: 'IngressClassParams' },
      { group: 'storage.k8s.io', kind: 'StorageClass' },
    ]));

  it('of the platform’s owner allows them when declared', () =>
    expect(clusterKinds({ clusterKinds: greedy.slice(3, 6), platform: true })).toEqual([
      { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
      { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
      { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
    ]));

  it.each(['3.3', '3.10', '4.0'])('narrows Namespaces to the owner’s names from Argo CD 3.3 on: %s', (version) =>
    expect(
      clusterKinds({ clusterKinds: ['Namespace', 'StorageClass'], namespaces: ['shop', 'shop-*'] }, version),
    ).toEqual([
      { group: '', kind: 'Namespace', name: 'shop' },
      { group: '', kind: 'Namespace', name: 'shop-*' },
      { group: 'storage.k8s.io', kind: 'StorageClass' },
    ]),
  );

  it.each(['3.0', '3.2'])('uses no field that Argo CD %s drops', (version) =>
    expect(clusterKinds({ clusterKinds: ['Namespace'], namespaces: ['shop', 'shop-*'] }, version)).toEqual([
      { group: '', kind: 'Namespace' },
    ]),
  );
});
