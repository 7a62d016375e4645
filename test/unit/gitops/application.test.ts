import { at } from '../../../src/model/json';
import { delivered, findDelivered } from './delivery';

const application = (...args: Parameters<typeof delivered>) =>
  findDelivered(delivered(...args), 'Application prod-shop');

describe('an Application', () => {
  it('deletes what it made after one confirmation, retries for ever, and reads its own folder', () => {
    expect(application()).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: 'prod-shop',
        namespace: 'argocd',
        annotations: {
          'argocd.argoproj.io/manifest-generate-paths': '.',
          'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
        },
        finalizers: ['resources-finalizer.argocd.argoproj.io/foreground'],
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
          syncOptions: ['ApplyOutOfSyncOnly=true', 'FailOnSharedResource=true', 'PruneLast=true'],
          retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
        },
      },
    });
  });

  it('names its cluster in exactly one way', () => {
    const clusterArn = 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster';
    expect(at(application({ destination: { name: 'hub' } }), 'spec', 'destination')).toEqual({
      name: 'hub',
      namespace: 'shop',
    });
    expect(at(application({ destination: { clusterArn } }), 'spec', 'destination')).toEqual({
      server: clusterArn,
      namespace: 'shop',
    });
  });

  it.each([
    ['dist', 'dist/prod/shop'],
    ['./deploy/dist/', 'deploy/dist/prod/shop'],
    ['.', 'prod/shop'],
    ['/dist', 'dist/prod/shop'],
  ])('below the prefix %s is read from %s', (pathPrefix, path) =>
    expect(at(application({ pathPrefix }), 'spec', 'source', 'path')).toBe(path),
  );

  it('waits for a person where syncing is not automated', () => {
    const syncPolicy = { automated: false, prune: true, selfHeal: true, pruneLast: true };
    expect(at(application({ syncPolicy }), 'spec', 'syncPolicy')).toEqual({
      syncOptions: ['ApplyOutOfSyncOnly=true', 'FailOnSharedResource=true', 'PruneLast=true'],
      retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
    });
  });

  it('3.2a deletes last, unless the settings say otherwise', () => {
    const syncPolicy = { automated: true, prune: true, selfHeal: true, pruneLast: false };
    expect(at(application(), 'spec', 'syncPolicy', 'syncOptions')).toContain('PruneLast=true');
    expect(at(application({ syncPolicy }), 'spec', 'syncPolicy', 'syncOptions')).toEqual([
      'ApplyOutOfSyncOnly=true',
      'FailOnSharedResource=true',
    ]);
  });
});
