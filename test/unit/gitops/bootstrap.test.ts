import { bootstrapFile } from '../../../src/gitops/bootstrap';
import { at } from '../../../src/model/json';
import { kubernetesEnvironment } from '../../support/environment';
import { delivered } from './delivery';

describe('the bootstrap file', () => {
  it('holds root and its own project, which permits Applications and projects in one namespace and nothing else', () =>
    expect(bootstrapFile(delivered())).toEqual({
      path: '_bootstrap/prod.yaml',
      values: [
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'AppProject',
          metadata: { name: 'prod-root', namespace: 'argocd' },
          spec: {
            description: 'Applications and projects of test-cluster',
            sourceRepos: ['https://git.example.com/platform.git'],
            destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'argocd' }],
            clusterResourceWhitelist: [],
            namespaceResourceWhitelist: [
              { group: 'argoproj.io', kind: 'Application' },
              { group: 'argoproj.io', kind: 'AppProject' },
            ],
          },
        },
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Application',
          metadata: { name: 'prod-root', namespace: 'argocd' },
          spec: {
            project: 'prod-root',
            source: {
              repoURL: 'https://git.example.com/platform.git',
              path: 'dist/prod/_argocd',
              targetRevision: 'refs/heads/main',
              directory: { recurse: true },
            },
            destination: { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
            syncPolicy: {
              automated: { prune: true, selfHeal: true },
              syncOptions: ['ApplyOutOfSyncOnly=true', 'FailOnSharedResource=true'],
              retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
            },
          },
        },
      ],
    }));

  it('prunes also where apps do not, or a dropped app’s Application would point at a missing folder', () => {
    const syncPolicy = { automated: true, prune: false, selfHeal: false, pruneLast: true };
    expect(at(bootstrapFile(delivered({ syncPolicy }))?.values[1], 'spec', 'syncPolicy', 'automated')).toEqual({
      prune: true,
      selfHeal: false,
    });
  });

  it('3.2a does not delete last: an Application goes before the project that it stands in', () =>
    expect(at(bootstrapFile(delivered())?.values[1], 'spec', 'syncPolicy', 'syncOptions')).toEqual([
      'ApplyOutOfSyncOnly=true',
      'FailOnSharedResource=true',
    ]));

  it('lives where Argo CD runs: on the local cluster, or for the EKS capability on the cluster with the ARN', () => {
    const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
    const managed = bootstrapFile(delivered({ flavour: 'eks-capability', destination: { clusterArn } }));
    expect(at(managed?.values[1], 'spec', 'destination')).toEqual({ server: clusterArn, namespace: 'argocd' });
    expect(at(managed?.values[0], 'spec', 'destinations')).toEqual([{ server: clusterArn, namespace: 'argocd' }]);
    const remote = bootstrapFile(delivered({ destination: { name: 'other' } }));
    expect(at(remote?.values[1], 'spec', 'destination', 'server')).toBe('https://kubernetes.default.svc');
  });

  it('3.1 permits Applications in Argo CD’s namespace, which the EKS capability does not permit by itself', () => {
    const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
    const managed = delivered({ flavour: 'eks-capability', destination: { clusterArn }, namespace: 'gitops' });
    expect(at(bootstrapFile(managed)?.values[0], 'spec', 'sourceNamespaces')).toEqual(['gitops']);
    expect(at(bootstrapFile(delivered())?.values[0], 'spec', 'sourceNamespaces')).toBeUndefined();
  });

  it('is left out where an environment has no gitops', () =>
    expect(bootstrapFile(kubernetesEnvironment())).toBeUndefined());
});
