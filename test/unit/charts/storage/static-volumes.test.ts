import { EfsVolume, FsxLustreVolume, S3Volume, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';

const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };
const fileSystemId = 'fs-0123456789abcdef0';
const china = eksEnvironment({ region: 'cn-north-1', partition: 'aws-cn' });

/** The pair that a volume named `data` is, in namespace `shop`. */
function pair(mode: string, size: string, csi: object, volume: object = {}) {
  return {
    'PersistentVolumeClaim data': {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop', labels },
      spec: {
        accessModes: [mode],
        resources: { requests: { storage: size } },
        storageClassName: '',
        volumeName: 'shop-data',
      },
    },
    'PersistentVolume shop-data': {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'shop-data', labels },
      spec: {
        accessModes: [mode],
        capacity: { storage: size },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data' },
        csi,
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: '',
        ...volume,
      },
    },
  };
}

describe('EfsVolume', () => {
  it('is a volume and the one claim that it is reserved for, without a class', () => {
    expect(render((scope) => new EfsVolume(scope, 'data', { fileSystem: 'shared' }))).toEqual(
      pair('ReadWriteMany', '1Gi', { driver: 'efs.csi.aws.com', volumeHandle: fileSystemId }),
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

describe('S3Volume', () => {
  it('is a bucket that our workloads may read and write', () => {
    expect(render((scope) => new S3Volume(scope, 'data', { bucket: 'example-reports' }))).toEqual(
      pair(
        'ReadWriteMany',
        '1Gi',
        {
          driver: 's3.csi.aws.com',
          volumeHandle: 'shop-data',
          volumeAttributes: { bucketName: 'example-reports' },
        },
        { mountOptions: ['allow-other', 'uid=65532', 'gid=65532'] },
      ),
    );
  });

  it('takes everything that Mountpoint takes', () => {
    const objects = render(
      (scope) =>
        new S3Volume(scope, 'data', {
          bucket: 'example-reports',
          prefix: 'daily/',
          region: 'eu-central-1',
          allowDelete: true,
          allowOverwrite: true,
          user: { uid: 1000, gid: 2000 },
          mountOptions: ['metadata-ttl 60'],
          authenticationSource: 'pod',
          stsRegion: 'eu-west-1',
          cache: { emptyDir: { sizeLimit: '2Gi', medium: 'Memory' } },
          mountpointResources: { cpu: '100m', memory: '256Mi', cpuLimit: '1', memoryLimit: '1Gi' },
        }),
    );
    expect(objects).toEqual(
      pair(
        'ReadWriteMany',
        '1Gi',
        {
          driver: 's3.csi.aws.com',
          volumeHandle: 'shop-data',
          volumeAttributes: {
            bucketName: 'example-reports',
            authenticationSource: 'pod',
            stsRegion: 'eu-west-1',
            cache: 'emptyDir',
            cacheEmptyDirSizeLimit: '2Gi',
            cacheEmptyDirMedium: 'Memory',
            mountpointContainerResourcesRequestsCpu: '100m',
            mountpointContainerResourcesRequestsMemory: '256Mi',
            mountpointContainerResourcesLimitsCpu: '1',
            mountpointContainerResourcesLimitsMemory: '1Gi',
          },
        },
        {
          mountOptions: [
            'allow-delete',
            'allow-overwrite',
            'allow-other',
            'uid=1000',
            'gid=2000',
            'region eu-central-1',
            'prefix daily/',
            'metadata-ttl 60',
          ],
        },
      ),
    );
  });

  it('keeps its cache on a volume of its own, and leaves the user to the driver', () => {
    const objects = render(
      (scope) =>
        new S3Volume(scope, 'data', {
          bucket: 'example-reports',
          accessMode: 'ReadOnlyMany',
          user: 'driver',
          cache: { ephemeral: { storageClass: 'gp3', size: '20Gi' } },
        }),
    );
    expect(objects).toEqual(
      pair('ReadOnlyMany', '1Gi', {
        driver: 's3.csi.aws.com',
        volumeHandle: 'shop-data',
        volumeAttributes: {
          bucketName: 'example-reports',
          cache: 'ephemeral',
          cacheEphemeralStorageClassName: 'gp3',
          cacheEphemeralStorageResourceRequest: '20Gi',
        },
      }),
    );
  });
});

describe('FsxLustreVolume', () => {
  it('is a file system by its id, host and mount name', () => {
    const volume = (environment?: Parameters<typeof render>[1], props: object = {}) =>
      render((scope) => new FsxLustreVolume(scope, 'data', { fileSystemId, mountName: 'fsx', ...props }), environment);
    const csi = (dnsname: string) => ({
      driver: 'fsx.csi.aws.com',
      volumeHandle: fileSystemId,
      volumeAttributes: { dnsname, mountname: 'fsx' },
    });
    const host = `${fileSystemId}.fsx.eu-west-1.amazonaws.com`;
    expect(volume()).toEqual(pair('ReadWriteMany', '1200Gi', csi(host)));
    expect(volume(china)).toEqual(
      pair('ReadWriteMany', '1200Gi', csi(`${fileSystemId}.fsx.cn-north-1.amazonaws.com.cn`)),
    );
    const all = { dnsName: 'lustre.example.com', size: '2400Gi', accessMode: 'ReadWriteOnce', mountOptions: ['flock'] };
    expect(volume(undefined, all)).toEqual(
      pair('ReadWriteOnce', '2400Gi', csi('lustre.example.com'), { mountOptions: ['flock'] }),
    );
  });
});

it('volumes that exist are mounted by value, and are claims of the shared class on a plain cluster', () => {
  const objects = render((scope) => {
    const efs = new EfsVolume(scope, 'efs', { fileSystem: 'elsewhere' });
    const s3 = new S3Volume(scope, 's3', { bucket: 'example-reports' });
    const fsx = new FsxLustreVolume(scope, 'fsx', { fileSystemId, mountName: 'fsx' });
    const mounts = [efs, s3, fsx].map((claim) => ({ path: `/${claim.name}`, claim }));
    new WebService(scope, 'web', { image: 'example.com/web:1', port: 8080, mounts });
  }, kubernetesEnvironment());
  expect(Object.keys(objects).filter((key) => key.startsWith('PersistentVolume '))).toEqual([]);
  expect(objects['PersistentVolumeClaim s3']?.['spec']).toEqual({
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '1Gi' } },
    storageClassName: 'standard',
  });
  const volumes = at(objects['Deployment web'], 'spec', 'template', 'spec', 'volumes');
  expect(volumes).toEqual(
    expect.arrayContaining(['efs', 's3', 'fsx'].map((name) => ({ name, persistentVolumeClaim: { claimName: name } }))),
  );
});
