import { EbsStorageClass, EfsStorageClass, VolumeClaim, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const gp3 = { storageClass: 'gp3', size: '10Gi' } as const;

describe('VolumeClaim', () => {
  it('asks for a disk of one node, and always names its class', () => {
    expect(render((scope) => new VolumeClaim(scope, 'data', gp3))).toEqual({
      'PersistentVolumeClaim data': {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', namespace: 'shop', labels },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '10Gi' } },
          storageClassName: 'gp3',
        },
      },
    });
  });

  it('takes everything that a claim can say, and overrides beyond', () => {
    const objects = render(
      (scope) =>
        new VolumeClaim(scope, 'data', {
          ...gp3,
          name: 'files',
          accessMode: 'ReadWriteOncePod',
          volumeMode: 'Block',
          dataSourceRef: { apiGroup: 'example.com', kind: 'Backup', name: 'monday', namespace: 'backups' },
          volumeAttributesClass: 'fast',
          volumeName: 'pv-1',
          selector: { matchLabels: { disk: 'a' } },
          labels: { team: 'a' },
          annotations: { note: 'b' },
          overrides: { claim: { spec: { resources: { limits: { storage: '1Ti' } } } } },
        }),
    );
    expect(objects['PersistentVolumeClaim files']).toEqual({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'files', namespace: 'shop', labels: { ...labels, team: 'a' }, annotations: { note: 'b' } },
      spec: {
        accessModes: ['ReadWriteOncePod'],
        dataSourceRef: { apiGroup: 'example.com', kind: 'Backup', name: 'monday', namespace: 'backups' },
        resources: { limits: { storage: '1Ti' }, requests: { storage: '10Gi' } },
        selector: { matchLabels: { disk: 'a' } },
        storageClassName: 'gp3',
        volumeAttributesClassName: 'fast',
        volumeMode: 'Block',
        volumeName: 'pv-1',
      },
    });
  });

  it('is mounted by value', () => {
    const objects = render((scope) => {
      const claim = new VolumeClaim(scope, 'data', gp3);
      new WebService(scope, 'web', { image: 'example.com/web:1', port: 8080, mounts: [{ path: '/data', claim }] });
    });
    expect(at(objects['Deployment web'], 'spec', 'template', 'spec', 'volumes')).toContainEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'data' },
    });
  });

  it('is shared where its class is one of folders, and of a stand-in on a plain cluster', () => {
    const claims = (environment?: Parameters<typeof render>[1]) => {
      const objects = render((scope) => {
        const efs = new EfsStorageClass(scope, 'efs', { fileSystem: 'shared' });
        const io2 = new EbsStorageClass(scope, 'io2', { type: 'io2' });
        new VolumeClaim(scope, 'folders', { storageClass: efs, size: '1Gi' });
        new VolumeClaim(scope, 'disk', {
          storageClass: io2,
          size: '1Gi',
          volumeMode: 'Block',
          accessMode: 'ReadWriteMany',
        });
      }, environment);
      return ['folders', 'disk'].map((name) => {
        const claim = objects[`PersistentVolumeClaim ${name}`];
        return [at(claim, 'spec', 'storageClassName'), at(claim, 'spec', 'accessModes')];
      });
    };
    const modes = ['ReadWriteMany'];
    expect([claims(), claims(kubernetesEnvironment())]).toEqual([
      [
        ['efs', modes],
        ['io2', modes],
      ],
      [
        ['standard', modes],
        ['standard', modes],
      ],
    ]);
  });

  it('begins with the data of a snapshot, or of another claim', () => {
    const objects = render((scope) => {
      const first = new VolumeClaim(scope, 'first', { ...gp3, restoreFrom: 'nightly' });
      new VolumeClaim(scope, 'second', { ...gp3, restoreFrom: first });
    });
    const sources = ['first', 'second'].map((name) =>
      at(objects[`PersistentVolumeClaim ${name}`], 'spec', 'dataSource'),
    );
    expect(sources).toEqual([
      { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'nightly' },
      { kind: 'PersistentVolumeClaim', name: 'first' },
    ]);
  });
});
