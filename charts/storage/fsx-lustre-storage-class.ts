import { Construct } from 'constructs';
import { KubeStorageClass } from '../../imports/k8s';
import { STORAGE_DRIVERS } from '../../src/knowledge/aws/storage-drivers';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type FsxLustreParameters, fsxParameters, fsxProblems } from './fsx-lustre-parameters';
import { kmsKey } from './kms-key';
import { type ReclaimPolicy, reclaimPolicyOf } from './storage-class-defaults';

export interface FsxLustreStorageClassProps extends FsxLustreParameters {
  /** Name of the StorageClass. `@default` the construct's id */
  readonly name?: string;
  /** Name of a key under `storage.kmsKeys` of the environment. `@default` fsx where it is declared, else the account's own key */
  readonly kmsKey?: string;
  /** What happens to the file system when the claim goes. `@default` Retain in production, else Delete */
  readonly reclaimPolicy?: ReclaimPolicy;
  /** Whether claims may grow. `@default` true */
  readonly allowVolumeExpansion?: boolean;
  /** Options with which the file systems are mounted, such as `flock`. `@default` - none */
  readonly mountOptions?: readonly string[];
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly storageClass?: Patch };
}

/**
 * A class whose claims are FSx for Lustre file systems of their own, which take minutes to make. FSx rounds the size up:
 * 1200Gi, 2400Gi, and steps of 2400Gi (SCRATCH_1: 3600Gi). A StorageClass cannot be changed later: give a changed one a new
 * name. Not on Fargate. On a plain cluster nothing is rendered, and `storageClassName` is the environment's shared class.
 * @throws ToolError with everything that FSx would refuse
 * @finding eks/valid-storage-class
 * @see https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/docs/README.md
 * @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html
 * @example
 * import { FsxLustreStorageClass, VolumeClaim } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const scratch = (chart: Chart) => {
 *   const storageClass = new FsxLustreStorageClass(chart, 'lustre', {
 *     subnetId: 'subnet-0123456789abcdef0',
 *     securityGroupIds: ['sg-0123456789abcdef0'],
 *     deploymentType: 'SCRATCH_2',
 *   });
 *   return new VolumeClaim(chart, 'scratch', { storageClass, size: '1200Gi' });
 * };
 */
export class FsxLustreStorageClass extends Construct {
  /** Absent on a plain cluster. */
  readonly storageClass?: KubeStorageClass;
  /** Name for claims. */
  readonly storageClassName: string;
  /** What keeps the data, for the access modes of claims. */
  readonly storage = 'fsxLustre';

  constructor(scope: Construct, id: string, props: FsxLustreStorageClassProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'FsxLustreStorageClass', props, FsxLustreStorageClass);
    fsxProblems(props, problems);
    const key = environment.platform === 'eks' ? kmsKey(props.kmsKey, 'fsx', environment, problems) : undefined;
    problems.raise();
    if (environment.platform !== 'eks') {
      this.storageClassName = environment.storageClasses.shared;
      return;
    }
    this.storageClassName = props.name ?? id;
    this.storageClass = new KubeStorageClass(this, 'StorageClass', {
      metadata: { name: this.storageClassName },
      provisioner: STORAGE_DRIVERS.fsxLustre.drivers[0],
      parameters: fsxParameters(props, key),
      reclaimPolicy: reclaimPolicyOf(props.reclaimPolicy, environment),
      volumeBindingMode: 'Immediate',
      ...defined({ mountOptions: props.mountOptions && [...props.mountOptions] }),
      ...((props.allowVolumeExpansion ?? true) ? { allowVolumeExpansion: true } : {}),
    });
    override(this.storageClass, props.overrides?.storageClass);
  }
}
