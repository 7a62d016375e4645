import type { CpuText, SizeText } from '../../src/grammar/amounts';
import { wrongBucket } from '../../src/grammar/bucket';
import type { Problems } from '../shared/problems';
import { type SizeInput, sizeText } from '../workload/values';
import type { S3MountOptions } from './s3-mount-options';
import { classNameOf, type StorageClassInput } from './storage-class-input';
import { texts } from './texts';

/** A folder that goes with Mountpoint's Pod, or a volume made for it. */
export type S3Cache =
  | {
      /** Most that is kept, such as `2Gi`, on the node's disk or in memory, which counts for Mountpoint's container. */
      readonly emptyDir: { readonly sizeLimit: SizeInput; readonly medium?: 'Memory' };
    }
  | {
      /** A volume of a class, by name or construct. */
      readonly ephemeral: { readonly storageClass: StorageClassInput; readonly size: SizeInput };
    };

/** Quantities as Kubernetes writes them. */
export interface MountpointResources {
  /** Requested processor time. `@default` - as the driver is installed */
  readonly cpu?: CpuText;
  /** Requested memory. `@default` - as the driver is installed */
  readonly memory?: SizeText;
  /** Most processor time. `@default` - as the driver is installed */
  readonly cpuLimit?: CpuText;
  /** Most memory. `@default` - as the driver is installed */
  readonly memoryLimit?: SizeText;
}

/** What the driver is told of a bucket. */
export interface S3Settings extends S3MountOptions {
  /** Name of the bucket, or its ARN on an Outpost. */
  readonly bucket: string;
  /** What Pods may do with it. `@default` ReadWriteMany */
  readonly accessMode?: 'ReadWriteMany' | 'ReadOnlyMany';
  /**
   * Whose rights count: those of the driver (`s3-csi-driver-sa`), or of the ServiceAccount of each Pod that mounts it.
   * @default driver
   */
  readonly authenticationSource?: 'driver' | 'pod';
  /** Region of STS, with `authenticationSource: 'pod'`. `@default` - that of the node (driver) */
  readonly stsRegion?: string;
  /** What the Pod of Mountpoint keeps of the bucket. `@default` - nothing */
  readonly cache?: S3Cache;
  /** What Mountpoint's own container asks for. `@default` - as the driver is installed */
  readonly mountpointResources?: MountpointResources;
}

export function s3Attributes(props: S3Settings): Record<string, string> {
  const { bucket, authenticationSource, stsRegion, cache, mountpointResources: asked = {} } = props;
  return texts({
    bucketName: bucket,
    authenticationSource,
    stsRegion,
    ...cacheAttributes(cache),
    mountpointContainerResourcesRequestsCpu: asked.cpu,
    mountpointContainerResourcesRequestsMemory: asked.memory,
    mountpointContainerResourcesLimitsCpu: asked.cpuLimit,
    mountpointContainerResourcesLimitsMemory: asked.memoryLimit,
  });
}

function cacheAttributes(cache: S3Cache | undefined): Record<string, string | undefined> {
  if (cache === undefined) return {};
  if ('emptyDir' in cache) {
    const { sizeLimit, medium } = cache.emptyDir;
    return { cache: 'emptyDir', cacheEmptyDirSizeLimit: sizeText(sizeLimit), cacheEmptyDirMedium: medium };
  }
  const { storageClass, size } = cache.ephemeral;
  return {
    cache: 'ephemeral',
    cacheEphemeralStorageClassName: classNameOf(storageClass),
    cacheEphemeralStorageResourceRequest: sizeText(size),
  };
}

export function s3Problems(props: S3Settings, problems: Problems): void {
  const { bucket, prefix, user, cache, mountpointResources = {}, accessMode, allowDelete, allowOverwrite } = props;
  const wrong = wrongBucket(bucket);
  problems.unless(wrong === undefined, `bucket is "${bucket}": ${wrong}; no Pod could mount it.`, 'name the bucket.');
  problems.unless(
    prefix === undefined || (prefix.endsWith('/') && !prefix.startsWith('/') && !/\s/.test(prefix)),
    `prefix "${prefix}" is refused by Mountpoint; no Pod could mount the bucket.`,
    'end it with /, without one at the beginning and without blanks.',
  );
  problems.unless(
    accessMode !== 'ReadOnlyMany' || (allowDelete !== true && allowOverwrite !== true),
    'allowDelete and allowOverwrite have no effect on a volume that is read only.',
    'leave them out, or use ReadWriteMany.',
  );
  problems.unless(
    props.stsRegion === undefined || props.authenticationSource === 'pod',
    'stsRegion has no effect where the driver’s rights count.',
    "set authenticationSource: 'pod', or leave it out.",
  );
  if (typeof user === 'object') {
    problems.integer('user.uid', user.uid, 0, 4_294_967_295);
    problems.integer('user.gid', user.gid, 0, 4_294_967_295);
  }
  for (const [name, amount] of Object.entries(mountpointResources))
    problems.quantity(`mountpointResources.${name}`, String(amount));
  if (cache === undefined) return;
  const size = 'emptyDir' in cache ? cache.emptyDir.sizeLimit : cache.ephemeral.size;
  problems.quantity('cache', sizeText(size));
}
