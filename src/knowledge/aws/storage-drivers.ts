import { EBS_PROVISIONERS } from './cluster-objects';

/** How many nodes and Pods may mount a volume at once, as Kubernetes writes it. */
export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany' | 'ReadOnlyMany';
/** What is mounted: a file system, or the bare disk. */
export type VolumeMode = 'Filesystem' | 'Block';
/** What AWS keeps the data in. */
export type StorageKind = 'ebs' | 'efs' | 's3' | 'fsxLustre';

/** `unlisted`: the driver does not name it, and Kubernetes asks it for another one instead, which it serves. */
export type Served = 'served' | 'unlisted' | 'refused';

export interface StorageDriver {
  /** As people call it. */
  readonly title: string;
  /** As classes and volumes name it. */
  readonly drivers: readonly string[];
  /** With a file system. */
  readonly modes: Readonly<Record<AccessMode, Served>>;
  /** As a bare disk; absent where the driver makes only file systems. */
  readonly blockModes?: Readonly<Record<AccessMode, Served>>;
  /** The EBS volume type that a bare disk must be of to be shared. */
  readonly sharedType?: string;
  /** Whether a claim makes its volume. */
  readonly madeOnDemand: boolean;
  /** Whether Kubernetes can ask for a snapshot. */
  readonly snapshots: boolean;
  /** Whether Pods on Fargate may mount a volume that exists already; none is made on demand for them. */
  readonly onFargate: boolean;
  readonly source: string;
}

/**
 * What the drivers serve. EFS and FSx name two modes; ReadWriteOncePod reaches a driver that does not know it as
 * ReadWriteOnce, and ReadOnlyMany as a mode that they refuse. Read on 2026-11-29.
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
export const STORAGE_DRIVERS = {
  ebs: {
    title: 'EBS',
    drivers: EBS_PROVISIONERS,
    modes: {
      ReadWriteOnce: 'served',
      ReadWriteOncePod: 'served',
      ReadWriteMany: 'refused',
      ReadOnlyMany: 'refused',
    },
    blockModes: {
      ReadWriteOnce: 'served',
      ReadWriteOncePod: 'served',
      ReadWriteMany: 'served',
      ReadOnlyMany: 'refused',
    },
    sharedType: 'io2',
    madeOnDemand: true,
    snapshots: true,
    onFargate: false,
    source: 'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/multi-attach.md',
  },
  efs: {
    title: 'EFS',
    drivers: ['efs.csi.aws.com'],
    modes: {
      ReadWriteOnce: 'served',
      ReadWriteOncePod: 'unlisted',
      ReadWriteMany: 'served',
      ReadOnlyMany: 'refused',
    },
    madeOnDemand: true,
    snapshots: false,
    onFargate: true,
    source: 'https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/driver/node.go',
  },
  s3: {
    title: 'Mountpoint for S3',
    drivers: ['s3.csi.aws.com'],
    modes: {
      ReadWriteOnce: 'refused',
      ReadWriteOncePod: 'refused',
      ReadWriteMany: 'served',
      ReadOnlyMany: 'served',
    },
    madeOnDemand: false,
    snapshots: false,
    onFargate: false,
    source: 'https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CONFIGURATION.md',
  },
  fsxLustre: {
    title: 'FSx for Lustre',
    drivers: ['fsx.csi.aws.com'],
    modes: {
      ReadWriteOnce: 'served',
      ReadWriteOncePod: 'unlisted',
      ReadWriteMany: 'served',
      ReadOnlyMany: 'refused',
    },
    madeOnDemand: true,
    snapshots: false,
    onFargate: false,
    source: 'https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/pkg/driver/controller.go',
  },
} as const satisfies Readonly<Record<StorageKind, StorageDriver>>;

/** The access modes that each driver serves, for types; a test holds them to the rows. An EBS volume is shared as a bare disk alone. */
export interface ServedModes {
  /** A disk of one zone; many nodes share it as a bare disk of type io2 alone. */
  readonly ebs: {
    readonly Filesystem: 'ReadWriteOnce' | 'ReadWriteOncePod';
    readonly Block: 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany';
  };
  /** A folder of many. */
  readonly efs: { readonly Filesystem: 'ReadWriteOnce' | 'ReadWriteMany'; readonly Block: never };
  /** A bucket, static only. */
  readonly s3: { readonly Filesystem: 'ReadWriteMany' | 'ReadOnlyMany'; readonly Block: never };
  /** A folder of many, fast. */
  readonly fsxLustre: { readonly Filesystem: 'ReadWriteOnce' | 'ReadWriteMany'; readonly Block: never };
}

const KINDS: readonly StorageKind[] = ['ebs', 'efs', 's3', 'fsxLustre'];

/** By the name that classes and volumes have for the driver. */
const BY_NAME: ReadonlyMap<string, StorageKind> = new Map(
  KINDS.flatMap((kind) => STORAGE_DRIVERS[kind].drivers.map((name) => [name, kind] as const)),
);

export function storageKindOf(driver: string): StorageKind | undefined {
  return BY_NAME.get(driver);
}

/** What somebody asks of a volume. */
export interface AskedOf {
  readonly accessMode: string;
  readonly volumeMode: string;
  /** Type of EBS volumes; undefined where that is not known. */
  readonly ebsType: string | undefined;
}

export interface WrongAccess {
  readonly served: 'unlisted' | 'refused';
  /** The end of a sentence about the claim: what it asks for. */
  readonly asks: string;
  /** The end of a sentence about the driver. */
  readonly serves: string;
  /** The repair, in the imperative, without its full stop. */
  readonly fix: string;
}

/** Why the driver does not serve it; undefined where it does, and for modes that Kubernetes does not have. */
export function wrongAccess(kind: StorageKind, { accessMode, volumeMode, ebsType }: AskedOf): WrongAccess | undefined {
  const row: StorageDriver = STORAGE_DRIVERS[kind];
  const isBlock = volumeMode === 'Block';
  if (isBlock && row.blockModes === undefined)
    return {
      served: 'refused',
      asks: 'a bare disk (`Block`)',
      serves: 'has file systems only',
      fix: 'leave `volumeMode` out',
    };
  if (!isAccessMode(accessMode)) return undefined;
  const served = (isBlock ? row.blockModes : undefined)?.[accessMode] ?? row.modes[accessMode];
  const { sharedType } = row;
  const isOfType = !isBlock || accessMode !== 'ReadWriteMany' || ebsType === undefined || ebsType === sharedType;
  if (served === 'served' && isOfType) return undefined;
  const wanted = ACCESS_MODES.filter((mode) => row.modes[mode] === 'served').map((mode) => `\`${mode}\``);
  return {
    served: served === 'unlisted' ? 'unlisted' : 'refused',
    asks: `\`${accessMode}\` ${isBlock ? 'of a bare disk' : 'with a filesystem'}`,
    serves:
      sharedType === undefined
        ? `serves ${wanted.join(' and ')} only`
        : `shares only \`${sharedType}\` volumes in \`Block\` mode`,
    fix: `use ${wanted.join(' or ')}`,
  };
}

export const ACCESS_MODES: readonly AccessMode[] = [
  'ReadWriteOnce',
  'ReadWriteOncePod',
  'ReadWriteMany',
  'ReadOnlyMany',
];

function isAccessMode(text: string): text is AccessMode {
  return ACCESS_MODES.some((mode) => mode === text);
}
