import { deliveryObjects } from '../../../../src/gitops/delivery-objects';
import { at, type JsonObject } from '../../../../src/model/json';
import { type RenderedObject, renderedObject } from '../../../../src/model/rendered-object';
import { messageOf } from '../../../support/thrown';
import { delivered, owner } from '../delivery';

const flux = (gitops: Parameters<typeof delivered>[0] = {}, more: Parameters<typeof delivered>[1] = {}) =>
  delivered({ consumer: 'flux', namespace: 'flux-system', destination: { name: 'in-cluster' }, ...gitops }, more);
const APP = { name: 'shop', owner: 'retail', namespace: 'shop' };

const object = (value: JsonObject): RenderedObject => renderedObject(value, { environment: 'prod', app: 'shop' });
const spec = (environment: ReturnType<typeof flux>, app: Parameters<typeof deliveryObjects>[1][number] = APP) =>
  at(deliveryObjects(environment, [app]).find(({ kind }) => kind === 'Kustomization')?.value, 'spec');

const PLAIN = {
  interval: '10m',
  retryInterval: '2m',
  timeout: '5m',
  path: './dist/prod/shop',
  sourceRef: { kind: 'GitRepository', name: 'prod-source' },
  prune: true,
  deletionPolicy: 'WaitForTermination',
  wait: true,
};

describe('a Kustomization', () => {
  it('waits for the apps that it needs, by the names of their Kustomizations', () =>
    expect(spec(flux({ id: 'web' }), { ...APP, needs: ['definitions', 'tenant-retail'] })).toEqual({
      ...PLAIN,
      sourceRef: { kind: 'GitRepository', name: 'web-prod-source' },
      dependsOn: [{ name: 'web-prod-definitions' }, { name: 'web-prod-tenant-retail' }],
    }));

  it('reaches another cluster by the Secret that the destination names, and leaves the objects where nothing is pruned', () =>
    expect(
      spec(
        flux({
          destination: { name: 'prod-kubeconfig' },
          pathPrefix: './deploy/dist/',
          syncPolicy: { automated: true, prune: false, selfHeal: true, pruneLast: true },
        }),
      ),
    ).toEqual({
      ...PLAIN,
      path: './deploy/dist/prod/shop',
      kubeConfig: { secretRef: { name: 'prod-kubeconfig' } },
      prune: false,
      deletionPolicy: 'Orphan',
    }));

  it('ignores fields by patterns that mean no more than what was written', () =>
    expect(
      spec(flux({ ignoreDifferences: [{ kind: 'Secret', name: 'a.b', jsonPointers: ['/data'] }] }), {
        ...APP,
        ignored: [
          { group: 'apps', kind: 'Deployment', name: 'web', namespace: 'shop', jsonPointers: ['/spec/replicas'] },
        ],
      }),
    ).toEqual({
      ...PLAIN,
      ignore: [
        { paths: ['/data'], target: { group: '^$', kind: 'Secret', name: 'a\\.b' } },
        { paths: ['/spec/replicas'], target: { group: 'apps', kind: 'Deployment', name: 'web', namespace: 'shop' } },
      ],
    }));

  it('looks at its workloads alone where a claim is Pending until Pods start at another time', () => {
    const claim = object({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'reports', namespace: 'shop' },
      spec: {},
    });
    const volumes = [{ name: 'reports', persistentVolumeClaim: { claimName: 'reports' } }];
    const template = { spec: { containers: [{ name: 'main', image: 'example.com/shop:1' }], volumes } };
    const cron = object({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'report', namespace: 'shop' },
      spec: { jobTemplate: { spec: { template } } },
    });
    const web = object({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { template: { spec: { containers: [] } } },
    });
    const { wait: _wait, ...others } = PLAIN;
    expect(spec(flux(), { ...APP, objects: [claim, cron, web] })).toEqual({
      ...others,
      wait: false,
      healthChecks: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' }],
    });
    expect(spec(flux(), { ...APP, objects: [claim, cron] })).toEqual({ ...others, wait: false });
    expect(spec(flux(), { ...APP, objects: [web] })).toEqual(PLAIN);
  });

  it('applies as the account of its owner, which stands beside it and stays', () => {
    const owners = { ops: owner({ name: 'ops', platform: true }), retail: owner() };
    const environment = flux({ flux: { ownerAccounts: true, sourceSecret: 'platform-repository' } }, { owners });
    expect(spec(environment)).toEqual({ ...PLAIN, serviceAccountName: 'prod-retail' });
    const annotations = { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' };
    expect(deliveryObjects(environment, [APP]).map(({ value }) => value)).toEqual([
      expect.objectContaining({
        kind: 'GitRepository',
        spec: expect.objectContaining({ secretRef: { name: 'platform-repository' } }),
      }),
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'prod-ops', namespace: 'flux-system', annotations },
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'flux-prod-ops', annotations },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
        subjects: [{ kind: 'ServiceAccount', name: 'prod-ops', namespace: 'flux-system' }],
      },
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'prod-retail', namespace: 'flux-system', annotations },
      },
      expect.objectContaining({ kind: 'Kustomization' }),
    ]);
  });

  it('says all that Flux has no counterpart of, and names that are too long, at once', () => {
    const long = 'a'.repeat(60);
    expect(
      messageOf(() =>
        deliveryObjects(flux(), [
          { ...APP, name: 'add-ons', applications: 'all' },
          { ...APP, ignored: [{ kind: 'Secret', managedFieldsManagers: ['injector'] }] },
          { ...APP, name: long },
        ]),
      ),
    ).toBe(
      [
        `prod: the Flux name prod-${long} has 65 characters; as the label of each object it may have 63.`,
        'fix: shorten the app’s, the owner’s or the environment’s name.',
        '',
        'prod: app add-ons renders Applications of add-ons, and with `gitops.consumer: flux` no Argo CD is there to read them: nothing of those add-ons would be installed.',
        'fix: leave the environment out in the app (`skip: { prod: … }`), and install the add-ons by a HelmRelease of Flux or as add-ons of EKS.',
        '',
        'prod: app shop has Argo CD ignore fields of Secret by `managedFieldsManagers`. Flux knows JSON pointers alone, and would undo what others write there.',
        'fix: name the fields by `jsonPointers`.',
      ].join('\n'),
    );
  });
});
