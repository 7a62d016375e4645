import { EfsVolume, FsxLustreVolume, S3Volume, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { render } from '../../../support/render';
import { staticPair } from './static-pair';

const fileSystemId = 'fs-0123456789abcdef0';
const china = eksEnvironment({ region: 'cn-north-1', partition: 'aws-cn' });

describe('S3Volume', () => {
  it('is a bucket that our workloads may read and write', () => {
    expect(render((scope) => new S3Volume(scope, 'data', { bucket: 'example-reports' }))).toEqual(
      staticPair(
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
      staticPair(
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
      staticPair('ReadOnlyMany', '1Gi', {
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
    expect(volume()).toEqual(staticPair('ReadWriteMany', '1200Gi', csi(host)));
    expect(volume(china)).toEqual(
      staticPair('ReadWriteMany', '1200Gi', csi(`${fileSystemId}.fsx.cn-north-1.amazonaws.com.cn`)),
    );
    const all = { dnsName: 'lustre.example.com', size: '2400Gi', accessMode: 'ReadWriteOnce', mountOptions: ['flock'] };
    expect(volume(undefined, all)).toEqual(
      staticPair('ReadWriteOnce', '2400Gi', csi('lustre.example.com'), { mountOptions: ['flock'] }),
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
