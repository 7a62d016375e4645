import type { Problems } from '../shared/problems';

/** How the file system of a new volume is made. A volume that exists is not made anew. */
export interface EbsFormat {
  /** Bytes of a block. `@default` - by the size of the volume */
  readonly blockSize?: number;
  /** Bytes of an inode. `@default` - by the file system */
  readonly inodeSize?: number;
  /** Bytes for which there is one inode; ext3 and ext4. `@default` - by the file system */
  readonly bytesPerInode?: number;
  /** How many files and folders there may be; ext3 and ext4. `@default` - by the size of the volume */
  readonly numberOfInodes?: number;
  /** Whether ext4 allocates clusters of blocks. `@default` false (driver) */
  readonly ext4BigAlloc?: boolean;
  /** Bytes of a cluster, with `ext4BigAlloc`. `@default` - 16 blocks */
  readonly ext4ClusterSize?: number;
  /** Whether ext4 may encrypt folders by itself. `@default` false (driver) */
  readonly ext4EncryptionSupport?: boolean;
}

export function formatParameters(format: EbsFormat = {}): Record<string, string | number | boolean | undefined> {
  return {
    blockSize: format.blockSize,
    inodeSize: format.inodeSize,
    bytesPerInode: format.bytesPerInode,
    numberOfInodes: format.numberOfInodes,
    ext4BigAlloc: format.ext4BigAlloc,
    ext4ClusterSize: format.ext4ClusterSize,
    ext4EncryptionSupport: format.ext4EncryptionSupport,
  };
}

const EXT4 = ['ext4BigAlloc', 'ext4ClusterSize', 'ext4EncryptionSupport'];
const EXT = ['bytesPerInode', 'numberOfInodes'];
/** What a file system does not have. */
const ABSENT: Readonly<Record<string, readonly string[]>> = {
  ext4: [],
  ext3: EXT4,
  xfs: [...EXT, ...EXT4],
  ntfs: ['blockSize', 'inodeSize', ...EXT, ...EXT4],
};

export function formatProblems(format: EbsFormat, fsType: string, problems: Problems): void {
  const given = Object.entries(format).filter(([, value]) => value !== undefined);
  const absent = (Object.hasOwn(ABSENT, fsType) ? ABSENT[fsType] : undefined) ?? [];
  for (const [name, value] of given) {
    problems.unless(
      !absent.includes(name),
      `format.${name} is not of ${fsType}; the driver refuses every claim of the class.`,
      'leave it out, or use another fsType.',
    );
    if (typeof value === 'number') problems.integer(`format.${name}`, value, 1);
  }
  problems.unless(
    format.ext4ClusterSize === undefined || format.ext4BigAlloc === true,
    'format.ext4ClusterSize has no clusters: the driver refuses it without ext4BigAlloc.',
    'set ext4BigAlloc, or leave it out.',
  );
}
