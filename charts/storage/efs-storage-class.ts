import { Construct } from 'constructs';
import { KubeStorageClass } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { didYouMean } from '../../src/model/suggest';
import { override, type Patch } from '../override';
import { Problems } from '../problems';

export interface EfsStorageClassProps {
  /** Name of a file system under `storage.efsFileSystems` of the environment. */
  readonly fileSystem: string;
  /** Permissions of a claim's folder, octal. `@default` 700 */
  readonly directoryPerms?: string;
  /** Owner of a claim's folder; with `gid`. `@default` - the driver takes one from its range */
  readonly uid?: number;
  readonly gid?: number;
  /** Folder below which claims get theirs. `@default` / (driver) */
  readonly basePath?: string;
  /** `@default` Retain in production, else Delete */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  readonly overrides?: { readonly storageClass?: Patch };
}

/**
 * A class whose claims share one EFS file system, each in an access point of its own. Many Pods may mount one claim.
 * On a plain cluster nothing is rendered, and `storageClassName` is the environment's shared class. Pods on Fargate
 * need a volume that exists already: claims of this class are refused there.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/docs/README.md
 */
export class EfsStorageClass extends Construct {
  readonly storageClass?: KubeStorageClass;
  /** Name for claims. */
  readonly storageClassName: string;

  constructor(scope: Construct, id: string, props: EfsStorageClassProps) {
    super(scope, id);
    const environment = environmentOf(this);
    if (environment.platform !== 'eks') {
      this.storageClassName = environment.storageClasses.shared;
      return;
    }
    const problems = new Problems(this);
    const systems = environment.storage.efsFileSystems;
    const fileSystemId = Object.hasOwn(systems, props.fileSystem) ? systems[props.fileSystem] : undefined;
    problems.unless(
      fileSystemId !== undefined,
      `environment ${environment.name} declares no EFS file system "${props.fileSystem}".${didYouMean(props.fileSystem, Object.keys(systems))}`,
      'declare it under storage.efsFileSystems in environment.yaml.',
    );
    problems.unless(
      (props.uid === undefined) === (props.gid === undefined),
      'only one of uid and gid is given.',
      'give both, or neither.',
    );
    problems.unless(
      /^[0-7]{3,4}$/.test(props.directoryPerms ?? '700'),
      `directoryPerms "${props.directoryPerms}" is not octal.`,
      'write it like 700.',
    );
    problems.unless(
      props.basePath === undefined ||
        (props.basePath.startsWith('/') && props.basePath.length <= 100 && props.basePath.split('/').length <= 5),
      `basePath "${props.basePath}" is refused by EFS.`,
      'use an absolute path of at most 100 characters and 4 levels.',
    );
    problems.raise();
    this.storageClassName = id;
    this.storageClass = new KubeStorageClass(this, 'StorageClass', {
      metadata: { name: id },
      provisioner: 'efs.csi.aws.com',
      parameters: {
        provisioningMode: 'efs-ap',
        fileSystemId: fileSystemId as string,
        directoryPerms: props.directoryPerms ?? '700',
        ...(props.uid === undefined ? {} : { uid: String(props.uid) }),
        ...(props.gid === undefined ? {} : { gid: String(props.gid) }),
        ...(props.basePath === undefined ? {} : { basePath: props.basePath }),
      },
      reclaimPolicy: props.reclaimPolicy ?? (environment.tier === 'production' ? 'Retain' : 'Delete'),
      volumeBindingMode: 'Immediate',
    });
    override(this.storageClass, props.overrides?.storageClass);
  }
}
