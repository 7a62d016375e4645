import { Construct } from 'constructs';
import { KubeStorageClass } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { efsFileSystem } from './efs-file-system';
import { type EfsParameters, efsParameterProblems, efsParameters } from './efs-parameters';
import { defaultClass, type ReclaimPolicy, reclaimPolicyOf } from './storage-class-defaults';

export interface EfsStorageClassProps extends EfsParameters {
  /** Name of the StorageClass. `@default` the construct's id */
  readonly name?: string;
  /** Name of a file system under `storage.efsFileSystems` of the environment. */
  readonly fileSystem: string;
  /** Delete takes the access point and leaves the data, unless the driver is told otherwise. `@default` Retain in production, else Delete */
  readonly reclaimPolicy?: ReclaimPolicy;
  /** Whether claims without a class get this one. One class of a cluster may be it. `@default` false */
  readonly isDefault?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly storageClass?: Patch };
}

/**
 * A class whose claims share one EFS file system, each in an access point of its own. Many Pods may mount one claim.
 * On a plain cluster nothing is rendered, and `storageClassName` is the environment's shared class. Pods on Fargate
 * need a volume that exists already: claims of this class are refused there.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/ban-fargate-pod
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/docs/README.md
 * @example
 * import { EfsStorageClass } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const shared = (chart: Chart) =>
 *   new EfsStorageClass(chart, 'efs-shared', { fileSystem: 'shared', uid: 1000, gid: 1000 });
 */
export class EfsStorageClass extends Construct {
  /** Absent on a plain cluster. */
  readonly storageClass?: KubeStorageClass;
  /** Name for claims. */
  readonly storageClassName: string;
  /** What keeps the data, for the access modes of claims. */
  readonly storage = 'efs';

  constructor(scope: Construct, id: string, props: EfsStorageClassProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'EfsStorageClass', props, EfsStorageClass);
    const fileSystemId = environment.platform === 'eks' ? efsFileSystem(props.fileSystem, environment, problems) : '';
    efsParameterProblems(props, problems);
    problems.raise();
    if (environment.platform !== 'eks') {
      this.storageClassName = environment.storageClasses.shared;
      return;
    }
    this.storageClassName = props.name ?? id;
    this.storageClass = new KubeStorageClass(this, 'StorageClass', {
      metadata: { name: this.storageClassName, ...defaultClass(props.isDefault) },
      provisioner: 'efs.csi.aws.com',
      parameters: efsParameters(props, fileSystemId),
      reclaimPolicy: reclaimPolicyOf(props.reclaimPolicy, environment),
      volumeBindingMode: 'Immediate',
    });
    override(this.storageClass, props.overrides?.storageClass);
  }
}
