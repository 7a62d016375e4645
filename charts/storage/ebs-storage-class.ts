import { Construct } from 'constructs';
import { KubeStorageClass } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../override';
import { Problems } from '../problems';

export interface EbsStorageClassProps {
  /** `@default` gp3 */
  readonly type?: 'gp3' | 'gp2' | 'io1' | 'io2' | 'sc1' | 'st1';
  /** Operations per second; gp3 from 3000, io1 100–64000, io2 100–256000. `@default` 3000 for gp3 (driver) */
  readonly iops?: number;
  /** Instead of `iops`. */
  readonly iopsPerGB?: number;
  /** MiB/s, gp3 only. `@default` 125 (driver) */
  readonly throughput?: number;
  /** `@default` ext4 (driver) */
  readonly fsType?: 'ext4' | 'xfs';
  /** Name of a key under `storage.kmsKeys` of the environment. `@default` ebs, where it is declared */
  readonly kmsKey?: string;
  /** What happens to the volume when the claim goes. `@default` Retain in production, else Delete */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /** Whether claims without a class get this one. `@default` false */
  readonly isDefault?: boolean;
  /** AWS tags of the volumes. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly overrides?: { readonly storageClass?: Patch };
}

/**
 * A class of encrypted EBS volumes, made in the zone of the first Pod that uses one. A StorageClass cannot be changed
 * later: give a changed one a new name. On a plain cluster nothing is rendered, and `storageClassName` is the
 * environment's block class.
 * @throws ToolError with everything that the driver would refuse
 * @finding eks/valid-ebs-access-mode
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md
 */
export class EbsStorageClass extends Construct {
  readonly storageClass?: KubeStorageClass;
  /** Name for claims. */
  readonly storageClassName: string;

  constructor(scope: Construct, id: string, props: EbsStorageClassProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    if (environment.platform !== 'eks') {
      this.storageClassName = environment.storageClasses.block;
      return;
    }
    const problems = new Problems(this);
    parameterProblems(props, problems);
    const keys = environment.storage.kmsKeys;
    const keyName = props.kmsKey ?? 'ebs';
    problems.unless(
      props.kmsKey === undefined || Object.hasOwn(keys, props.kmsKey),
      `environment ${environment.name} declares no KMS key "${props.kmsKey}".`,
      `declare it under storage.kmsKeys, or use one of: ${Object.keys(keys).join(', ') || '(none)'}.`,
    );
    problems.raise();
    this.storageClassName = id;
    const key = Object.hasOwn(keys, keyName) ? keys[keyName] : undefined;
    const retain = environment.tier === 'production' ? 'Retain' : 'Delete';
    this.storageClass = new KubeStorageClass(this, 'StorageClass', {
      metadata: {
        name: id,
        ...(props.isDefault === true ? { annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } } : {}),
      },
      provisioner: environment.compute.autoMode ? 'ebs.csi.eks.amazonaws.com' : 'ebs.csi.aws.com',
      parameters: parameters(props, key),
      reclaimPolicy: props.reclaimPolicy ?? retain,
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
    override(this.storageClass, props.overrides?.storageClass);
  }
}

/** All values are text: the driver reads nothing else. */
function parameters(props: EbsStorageClassProps, kmsKeyId: string | undefined): Record<string, string> {
  const tags = Object.keys(props.tags ?? {})
    .sort()
    .map((name, index) => [`tagSpecification_${index + 1}`, `${name}=${props.tags?.[name]}`]);
  return {
    type: props.type ?? 'gp3',
    encrypted: 'true',
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
    ...(props.iops === undefined ? {} : { iops: String(props.iops) }),
    ...(props.iopsPerGB === undefined ? {} : { iopsPerGB: String(props.iopsPerGB) }),
    ...(props.throughput === undefined ? {} : { throughput: String(props.throughput) }),
    ...(props.fsType === undefined ? {} : { 'csi.storage.k8s.io/fstype': props.fsType }),
    ...(Object.fromEntries(tags) as Record<string, string>),
  };
}

const IOPS: Readonly<Record<string, readonly [number, number]>> = {
  gp3: [3000, 80_000],
  io1: [100, 64_000],
  io2: [100, 256_000],
};

function parameterProblems(props: EbsStorageClassProps, problems: Problems): void {
  const type = props.type ?? 'gp3';
  const range = IOPS[type];
  problems.unless(
    props.iops === undefined || props.iopsPerGB === undefined,
    'iops and iopsPerGB are both given; the driver refuses that.',
    'leave one out.',
  );
  problems.unless(
    (props.iops === undefined && props.iopsPerGB === undefined) || range !== undefined,
    `type ${type} takes no iops.`,
    'use gp3, io1 or io2, or leave iops out.',
  );
  if (props.iops !== undefined && range !== undefined) {
    problems.unless(
      props.iops >= range[0] && props.iops <= range[1],
      `iops is ${props.iops}; ${type} takes ${range[0]} to ${range[1]}.`,
      'choose one inside.',
    );
  }
  problems.unless(
    props.throughput === undefined || type === 'gp3',
    `type ${type} takes no throughput.`,
    'use gp3, or leave throughput out.',
  );
  problems.unless(
    props.throughput === undefined || props.throughput >= 125,
    `throughput is ${props.throughput} MiB/s; gp3 has at least 125.`,
    'raise it, or leave it out.',
  );
}
