import { Construct } from 'constructs';
import { KubeStorageClass } from '../../imports/k8s';
import { EBS_DRIVERS } from '../../src/knowledge/aws/cluster-objects';
import type { EbsVolumeType } from '../../src/knowledge/aws/ebs-volumes';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { inZones, zoneProblems } from './class-zones';
import { type EbsParameters, ebsParameterProblems, ebsParameters } from './ebs-parameters';
import { kmsKey } from './kms-key';
import { defaultClass, type ReclaimPolicy, reclaimPolicyOf } from './storage-class-defaults';

export interface EbsStorageClassProps extends EbsParameters {
  /** Name of the StorageClass. `@default` the construct's id */
  readonly name?: string;
  /** Name of a key under `storage.kmsKeys` of the environment. `@default` ebs where it is declared, else the account's own key */
  readonly kmsKey?: string;
  /** What happens to the volume when the claim goes. `@default` Retain in production, else Delete */
  readonly reclaimPolicy?: ReclaimPolicy;
  /** Whether claims may grow. `@default` true */
  readonly allowVolumeExpansion?: boolean;
  /** Zones that volumes may lie in, such as `eu-west-1a`. `@default` - the zone of the first Pod, whichever it is */
  readonly zones?: readonly string[];
  /** Options with which the volumes are mounted, such as `noatime`. `@default` - none */
  readonly mountOptions?: readonly string[];
  /** Whether claims without a class get this one. One class of a cluster may be it. `@default` false */
  readonly isDefault?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly storageClass?: Patch };
}

/**
 * A class of encrypted EBS volumes, made in the zone of the first Pod that uses one. A StorageClass cannot be changed
 * later: give a changed one a new name. The driver is the cluster's own on Auto Mode, else the add-on; volumes of one
 * cannot be used by the other. On a plain cluster nothing is rendered, and `storageClassName` is the environment's
 * block class.
 * @throws ToolError with everything that the driver would refuse
 * @finding eks/valid-ebs-access-mode
 * @finding eks/valid-storage-class
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/parameters.md
 * @example
 * import { EbsStorageClass } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const classes = (chart: Chart) => [
 *   new EbsStorageClass(chart, 'gp3', { isDefault: true }),
 *   new EbsStorageClass(chart, 'gp3-fast', { iops: 6000, throughput: 500, reclaimPolicy: 'Retain' }),
 * ];
 */
export class EbsStorageClass extends Construct {
  /** Absent on a plain cluster. */
  readonly storageClass?: KubeStorageClass;
  /** Name for claims. */
  readonly storageClassName: string;
  /** What keeps the data, for the access modes of claims. */
  readonly storage = 'ebs';
  /** Type of the volumes. */
  readonly volumeType: EbsVolumeType;

  constructor(scope: Construct, id: string, props: EbsStorageClassProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'EbsStorageClass', props, EbsStorageClass);
    ebsParameterProblems(props, problems);
    const kmsKeyId = environment.platform === 'eks' ? kmsKey(props.kmsKey, 'ebs', environment, problems) : undefined;
    zoneProblems(props.zones, environment, problems);
    problems.raise();
    this.volumeType = props.type ?? 'gp3';
    if (environment.platform !== 'eks') {
      this.storageClassName = environment.storageClasses.block;
      return;
    }
    this.storageClassName = props.name ?? id;
    this.storageClass = new KubeStorageClass(this, 'StorageClass', {
      metadata: { name: this.storageClassName, ...defaultClass(props.isDefault) },
      provisioner: environment.compute.autoMode ? EBS_DRIVERS.autoMode : EBS_DRIVERS.own,
      parameters: ebsParameters(props, kmsKeyId),
      reclaimPolicy: reclaimPolicyOf(props.reclaimPolicy, environment),
      volumeBindingMode: 'WaitForFirstConsumer',
      ...defined({
        mountOptions: props.mountOptions && [...props.mountOptions],
        allowedTopologies: inZones(props.zones),
      }),
      ...((props.allowVolumeExpansion ?? true) ? { allowVolumeExpansion: true } : {}),
    });
    override(this.storageClass, props.overrides?.storageClass);
  }
}
