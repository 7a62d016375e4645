/** What the compiler refuses of volumes. */
import type { Chart } from 'cdk8s';
import {
  EbsStorageClass,
  EfsStorageClass,
  EfsVolume,
  FsxLustreStorageClass,
  FsxLustreVolume,
  S3Volume,
  VolumeClaim,
  WebService,
} from 'cdk8s-eks';
import type { ServedModes, STORAGE_DRIVERS, StorageKind } from '../../src/knowledge/aws/storage-drivers';

declare const chart: Chart;
const disks = new EbsStorageClass(chart, 'gp3');
const folders = new EfsStorageClass(chart, 'efs', { fileSystem: 'shared' });
const size = '10Gi';

export const disk = new VolumeClaim(chart, 'a', { storageClass: disks, size, accessMode: 'ReadWriteOncePod' });
export const folder = new VolumeClaim(chart, 'b', { storageClass: folders, size, accessMode: 'ReadWriteMany' });
export const named = new VolumeClaim(chart, 'c', { storageClass: 'any', size, accessMode: 'ReadOnlyMany' });
export const bare = new VolumeClaim(chart, 'd', {
  storageClass: disks,
  size,
  volumeMode: 'Block',
  accessMode: 'ReadWriteMany',
});
/** Any claim can be handed on. */
export const all: readonly VolumeClaim[] = [disk, folder, named];

// @ts-expect-error a file system on a disk is of one node
export const sharedDisk = new VolumeClaim(chart, 'e', { storageClass: disks, size, accessMode: 'ReadWriteMany' });
// @ts-expect-error nor is it shared for reading
export const readDisk = new VolumeClaim(chart, 'f', { storageClass: disks, size, accessMode: 'ReadOnlyMany' });
// @ts-expect-error the driver of EFS does not know it
export const oneFolder = new VolumeClaim(chart, 'g', { storageClass: folders, size, accessMode: 'ReadWriteOncePod' });
export const bareFolder = new VolumeClaim(chart, 'h', {
  storageClass: folders,
  size,
  volumeMode: 'Block',
  // @ts-expect-error EFS has no bare disks
  accessMode: 'ReadWriteOnce',
});
// @ts-expect-error a claim always names its class
export const classless = new VolumeClaim(chart, 'i', { size });
// @ts-expect-error nothing is made without a size
export const sizeless = new VolumeClaim(chart, 'j', { storageClass: disks });
const web = new WebService(chart, 'web', { image: 'a', port: 80 });
// @ts-expect-error a workload is not a class
export const ofAWorkload = new VolumeClaim(chart, 'k', { storageClass: web, size });

const bucket = 'example-reports';
// @ts-expect-error nobody writes a bucket alone
export const disk3 = new S3Volume(chart, 'l', { bucket, accessMode: 'ReadWriteOnce' });
// @ts-expect-error a cache has one place
export const caches = new S3Volume(chart, 'm', { bucket, cache: {} });
// @ts-expect-error the driver of EFS refuses it
export const read = new EfsVolume(chart, 'n', { fileSystem: 'shared', accessMode: 'ReadOnlyMany' });
const lustre = { fileSystemId: 'fs-0123456789abcdef0', mountName: 'fsx' };
// @ts-expect-error so does that of FSx
export const readFsx = new FsxLustreVolume(chart, 'o', { ...lustre, accessMode: 'ReadOnlyMany' });
const scratch = new FsxLustreStorageClass(chart, 'scratch', { subnetId: 'subnet-0123456789abcdef0' });
// @ts-expect-error and of a volume made on demand
export const onePod = new VolumeClaim(chart, 'p', { storageClass: scratch, size, accessMode: 'ReadWriteOncePod' });
// @ts-expect-error gp3 takes megabytes, not words
export const words = new EbsStorageClass(chart, 'q', { throughput: '500MB' });

type Rows = typeof STORAGE_DRIVERS;
type ServedOf<Modes> = { [Mode in keyof Modes]: Modes[Mode] extends 'served' ? Mode : never }[keyof Modes];
type BlockOf<Row> = Row extends { readonly blockModes: infer Modes } ? ServedOf<Modes> : never;
type Same<A, B> = [A, B] extends [B, A] ? true : false;
/** The types are those of the rows. */
export const agrees: {
  readonly [Kind in StorageKind]: readonly [
    Same<ServedModes[Kind]['Filesystem'], ServedOf<Rows[Kind]['modes']>>,
    Same<ServedModes[Kind]['Block'], BlockOf<Rows[Kind]>>,
  ];
} = { ebs: [true, true], efs: [true, true], s3: [true, true], fsxLustre: [true, true] };
