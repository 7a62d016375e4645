import { EbsStorageClass, type NamedObject, StatefulService, type StatefulServiceProps } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const base = { image: 'example.com/db:1', ports: [{ name: 'sql', containerPort: 5432 }] };
const data = { name: 'data', size: '10Gi', storageClass: 'gp3' } as const;
const mounts = [{ path: '/data', claimTemplate: 'data' }];

const selector = { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/part-of': 'shop' };
const metadata = {
  name: 'db',
  namespace: 'shop',
  labels: { ...selector, 'app.kubernetes.io/managed-by': 'cdk8s-eks' },
};
const db = (props: Partial<StatefulServiceProps> = {}) =>
  render((scope) => void new StatefulService(scope, 'db', { ...base, ...props }));

describe('StatefulService', () => {
  it('makes StatefulSet, headless Service and ServiceAccount by default', () => {
    expect(db({ claims: [data], mounts })).toEqual({
      'ServiceAccount db': { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
      'Service db': {
        apiVersion: 'v1',
        kind: 'Service',
        metadata,
        spec: { clusterIP: 'None', ports: [{ name: 'sql', port: 5432, targetPort: 'sql' }], selector },
      },
      'StatefulSet db': {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata,
        spec: {
          replicas: 1,
          revisionHistoryLimit: 3,
          selector: { matchLabels: selector },
          serviceName: 'db',
          template: {
            metadata: { labels: selector },
            spec: {
              automountServiceAccountToken: false,
              enableServiceLinks: false,
              serviceAccountName: 'db',
              securityContext: {
                runAsNonRoot: true,
                runAsUser: 65532,
                runAsGroup: 65532,
                fsGroup: 65532,
                seccompProfile: { type: 'RuntimeDefault' },
              },
              containers: [
                {
                  name: 'db',
                  image: 'example.com/db:1',
                  ports: [{ name: 'sql', containerPort: 5432 }],
                  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
                  securityContext: {
                    allowPrivilegeEscalation: false,
                    readOnlyRootFilesystem: true,
                    capabilities: { drop: ['ALL'] },
                  },
                  volumeMounts: [{ name: 'data', mountPath: '/data' }],
                },
              ],
            },
          },
          volumeClaimTemplates: [
            {
              apiVersion: 'v1',
              kind: 'PersistentVolumeClaim',
              metadata: { name: 'data' },
              spec: {
                accessModes: ['ReadWriteOnce'],
                resources: { requests: { storage: '10Gi' } },
                storageClassName: 'gp3',
              },
            },
          ],
        },
      },
    });
  });

  it('is protected and spread from two Pods on, each rollout counted by its own revision', () => {
    const objects = db({ replicas: 3 });
    expect(objects['PodDisruptionBudget db']?.['spec']).toEqual({
      maxUnavailable: 1,
      selector: { matchLabels: selector },
      unhealthyPodEvictionPolicy: 'AlwaysAllow',
    });
    const spread = at(objects['StatefulSet db'], 'spec', 'template', 'spec', 'topologySpreadConstraints');
    expect(spread).toHaveLength(2);
    expect(at(spread, 0, 'matchLabelKeys')).toEqual(['controller-revision-hash']);
    expect(Object.keys(db({ replicas: 3, disruptionBudget: false }))).not.toContain('PodDisruptionBudget db');
  });

  it('has one address, starts all at once and sleeps before it stops, where that is asked for', () => {
    const objects = db({ headless: false, podManagementPolicy: 'Parallel', preStopSeconds: 5 });
    expect(at(objects['Service db'], 'spec', 'clusterIP')).toBeUndefined();
    expect(at(objects['StatefulSet db'], 'spec', 'podManagementPolicy')).toBe('Parallel');
    expect(at(objects['StatefulSet db'], 'spec', 'template', 'spec', 'containers', 0, 'lifecycle')).toEqual({
      preStop: { sleep: { seconds: 5 } },
    });
  });

  it('takes its class from a construct, and lets its claims be changed', () => {
    const objects = render((scope) => {
      const fast = new EbsStorageClass(scope, 'fast');
      new StatefulService(scope, 'db', {
        ...base,
        claims: [
          { ...data, storageClass: fast, accessMode: 'ReadWriteOncePod' },
          { ...data, name: 'log', storageClass: { kind: 'StorageClass', name: 'slow' } },
        ],
        mounts: [...mounts, { path: '/log', claimTemplate: 'log' }],
        overrides: { statefulSet: { spec: { serviceName: 'other' } }, container: { stdin: true } },
      });
    });
    const set = objects['StatefulSet db'];
    const templates = at(set, 'spec', 'volumeClaimTemplates');
    expect([at(templates, 0, 'spec', 'storageClassName'), at(templates, 1, 'spec', 'storageClassName')]).toEqual([
      'fast',
      'slow',
    ]);
    expect(at(templates, 0, 'spec', 'accessModes')).toEqual(['ReadWriteOncePod']);
    expect([at(set, 'spec', 'serviceName'), at(set, 'spec', 'template', 'spec', 'containers', 0, 'stdin')]).toEqual([
      'other',
      true,
    ]);
  });

  it('attaches bare disks, and names what its volumes may do later', () => {
    const objects = db({
      claims: [{ ...data, volumeMode: 'Block', volumeAttributesClass: 'busy' }],
      mounts: [],
      devices: { '/dev/data': { claimTemplate: 'data' } },
    });
    expect(at(objects['StatefulSet db'], 'spec', 'volumeClaimTemplates', 0, 'spec')).toMatchObject({
      volumeMode: 'Block',
      volumeAttributesClassName: 'busy',
    });
  });

  it('begins its claims with the data of a snapshot, or of a claim', () => {
    const source = (restoreFrom: NamedObject) =>
      at(
        db({ claims: [{ ...data, restoreFrom }], mounts })['StatefulSet db'],
        'spec',
        'volumeClaimTemplates',
        0,
        'spec',
        'dataSource',
      );
    expect([source('nightly'), source({ kind: 'PersistentVolumeClaim', name: 'old' })]).toEqual([
      { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'nightly' },
      { kind: 'PersistentVolumeClaim', name: 'old' },
    ]);
  });

  it('knows a claim that a sidecar mounts', () => {
    const sidecar = {
      name: 'backup',
      image: 'example.com/backup:1',
      mounts: [{ path: '/d', claimTemplate: 'data' }],
    };
    expect(Object.keys(db({ claims: [data], sidecars: [sidecar] }))).toContain('StatefulSet db');
  });

  it('is updated and scaled as it is told', () => {
    const set = db({
      claims: [data],
      mounts: [{ path: '/d', claimTemplate: 'data' }],
      replicas: 'external',
      updateStrategy: { partition: 2, maxUnavailable: '50%' },
      claimRetention: { whenScaled: 'Delete' },
      firstOrdinal: 1,
      minReadySeconds: 10,
      revisionHistoryLimit: 'none',
      services: { read: { trafficDistribution: 'PreferSameZone' } },
    });
    expect(set['StatefulSet db']).toMatchObject({
      spec: {
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2, maxUnavailable: '50%' } },
        persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' },
        ordinals: { start: 1 },
        minReadySeconds: 10,
      },
    });
    expect([
      at(set['StatefulSet db'], 'spec', 'replicas'),
      at(set['StatefulSet db'], 'spec', 'revisionHistoryLimit'),
    ]).toEqual([undefined, undefined]);
    expect(at(set['Service db-read'], 'spec', 'clusterIP')).toBeUndefined();
    expect(at(db({ updateStrategy: 'OnDelete' })['StatefulSet db'], 'spec', 'updateStrategy')).toEqual({
      type: 'OnDelete',
    });
  });
});
