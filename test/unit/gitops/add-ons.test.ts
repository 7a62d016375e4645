import { argocdObjects } from '../../../src/gitops/argocd-objects';
import { at } from '../../../src/model/json';
import { messageOf } from '../../support/thrown';
import { delivered, owner } from './delivery';

const platform = owner({
  name: 'platform',
  namespaces: ['ops'],
  platform: true,
  addOns: ['external-dns', 'karpenter'],
});
const environment = delivered({ version: '3.3' }, { owners: { platform } });
const elsewhere = delivered({ destination: { name: 'prod' } }, { owners: { platform } });
const APP = { name: 'add-ons', owner: 'platform', namespace: 'argocd' } as const;

describe('an owner of add-ons', () => {
  it('gets a project of what they are made of, and Applications in its own', () => {
    const objects = argocdObjects(environment, []);
    expect(objects.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'AppProject prod-platform',
      'AppProject prod-add-ons',
    ]);
    const server = 'https://kubernetes.default.svc';
    const namespaces = ['external-dns', 'kube-node-lease', 'kube-system', 'ops'];
    expect(at(objects[1]?.value, 'spec')).toEqual({
      description: 'Add-ons of test-cluster',
      sourceRepos: ['https://kubernetes-sigs.github.io/external-dns/', 'public.ecr.aws/karpenter'],
      destinations: namespaces.map((namespace) => ({ server, namespace })),
      clusterResourceWhitelist: [
        ...namespaces.map((name) => ({ group: '', kind: 'Namespace', name })),
        { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
        { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
        { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
      ],
      namespaceResourceBlacklist: ['Application', 'ApplicationSet', 'AppProject'].map((kind) => ({
        group: 'argoproj.io',
        kind,
      })),
    });
    expect(at(objects[0]?.value, 'spec', 'destinations')).toEqual([
      { server, namespace: 'ops' },
      { server, namespace: 'argocd' },
    ]);
    expect(at(objects[0]?.value, 'spec', 'namespaceResourceBlacklist')).toEqual([
      { group: 'argoproj.io', kind: 'ApplicationSet' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ]);
  });

  it('has no such project without platform: true', () =>
    expect(
      argocdObjects(delivered({}, { owners: { platform: { ...platform, platform: false } } }), []).map(
        ({ name }) => name,
      ),
    ).toEqual(['prod-platform']));

  it('sends an app of nothing but Applications to the cluster that Argo CD runs on', () => {
    const [, , application] = argocdObjects(elsewhere, [{ ...APP, applications: 'all' }]);
    expect(at(application?.value, 'spec', 'destination')).toEqual({
      server: 'https://kubernetes.default.svc',
      namespace: 'argocd',
    });
  });

  it('may not mix them with other objects where that is another cluster', () => {
    const mixed = [{ ...APP, applications: 'some' }] as const;
    expect(argocdObjects(environment, mixed)).toHaveLength(3);
    expect(messageOf(() => argocdObjects(elsewhere, mixed))).toBe(
      `prod: app add-ons renders Applications of add-ons beside other objects. Argo CD runs on another cluster, reads Applications there alone, and sends all objects of an app to one cluster.
fix: render the add-ons in an app of their own.`,
    );
  });
});
