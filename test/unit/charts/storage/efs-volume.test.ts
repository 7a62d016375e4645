import { EfsVolume } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { labels, staticPair } from './static-pair';

const fileSystemId = 'fs-0123456789abcdef0';

describe('EfsVolume', () => {
  it('is a volume and the one claim that it is reserved for, without a class', () => {
    expect(render((scope) => new EfsVolume(scope, 'data', { fileSystem: 'shared' }))).toEqual(
      staticPair('ReadWriteMany', '1Gi', { driver: 'efs.csi.aws.com', volumeHandle: fileSystemId }),
    );
  });

  it('mounts a folder, or an access point, as the handle spells them', () => {
    const handle = (props: object) =>
      at(
        render((scope) => new EfsVolume(scope, 'data', { fileSystem: 'shared', ...props }))[
          'PersistentVolume shop-data'
        ],
        'spec',
        'csi',
        'volumeHandle',
      );
    const accessPoint = 'fsap-0123456789abcdef0';
    expect([handle({ service: 's3files' }), handle({ service: 's3files', path: '/a' })]).toEqual([
      `s3files:${fileSystemId}`,
      `s3files:${fileSystemId}:/a`,
    ]);
    expect([handle({ path: '/a' }), handle({ accessPoint }), handle({ accessPoint, path: '/a' })]).toEqual([
      `${fileSystemId}:/a`,
      `${fileSystemId}::${accessPoint}`,
      `${fileSystemId}:/a:${accessPoint}`,
    ]);
  });

  it('takes everything that its driver takes, and overrides beyond', () => {
    const objects = render(
      (scope) =>
        new EfsVolume(scope, 'a', {
          name: 'pages',
          volumeName: 'pages-of-shop',
          fileSystem: 'shared',
          path: '/pages',
          accessMode: 'ReadWriteOnce',
          encryptInTransit: false,
          mountTargetIp: '10.10.0.7',
          crossAccount: true,
          mountOptions: ['iam'],
          labels: { team: 'a' },
          annotations: { note: 'b' },
          overrides: {
            volume: { spec: { capacity: { storage: '5Gi' } } },
            claim: { spec: { resources: { requests: { storage: '5Gi' } } } },
          },
        }),
    );
    const metadata = { labels: { ...labels, team: 'a' }, annotations: { note: 'b' } };
    expect(objects).toEqual({
      'PersistentVolumeClaim pages': {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'pages', namespace: 'shop', ...metadata },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '5Gi' } },
          storageClassName: '',
          volumeName: 'pages-of-shop',
        },
      },
      'PersistentVolume pages-of-shop': {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: 'pages-of-shop', ...metadata },
        spec: {
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '5Gi' },
          claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'pages' },
          csi: {
            driver: 'efs.csi.aws.com',
            volumeHandle: `${fileSystemId}:/pages`,
            volumeAttributes: { encryptInTransit: 'false', mounttargetip: '10.10.0.7', crossaccount: 'true' },
          },
          persistentVolumeReclaimPolicy: 'Retain',
          storageClassName: '',
          mountOptions: ['iam'],
        },
      },
    });
  });
});
