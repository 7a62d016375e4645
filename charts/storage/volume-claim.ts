import { Construct } from 'constructs';
import { KubePersistentVolumeClaim, type LabelSelector, type TypedObjectReference } from '../../imports/k8s';
import type { AccessMode, VolumeMode } from '../../src/knowledge/aws/storage-drivers';
import { defined } from '../../src/model/defined';
import { quantity } from '../shared/kube-values';
import type { Labels } from '../shared/labels';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type NamedObject, type SizeInput, sizeText } from '../workload/values';
import { accessModeOf, judgeAccess } from './access-mode';
import { dataSourceOf, judgeDataSource } from './data-source';
import { renderedName } from './rendered-name';
import { type AccessModeOf, classNameOf, type StorageClassInput } from './storage-class-input';

export interface VolumeClaimProps<
  Class extends StorageClassInput = StorageClassInput,
  Mode extends VolumeMode = VolumeMode,
> {
  /** Name of the claim. `@default` the construct's id */
  readonly name?: string;
  /**
   * The class that makes the volume, by name or construct; `''` for a volume that exists already, which `volumeName`
   * or `selector` finds. `storageClassFor(scope, 'block', 'gp3')` is `gp3` on EKS, and a plain cluster's own class there.
   */
  readonly storageClass: Class;
  /** What the volume holds at least, such as `10Gi`; EFS does not read it. It may grow later, where the class lets it, and never shrink. */
  readonly size: SizeInput;
  /**
   * How many nodes and Pods may mount it at once: what the driver of the class serves. It cannot be changed later.
   * `@default` ReadWriteMany for the classes of EFS and FSx, else ReadWriteOnce
   * @finding eks/valid-ebs-access-mode
   * @finding eks/valid-access-mode
   */
  readonly accessMode?: AccessModeOf<Class, Mode>;
  /** `Block` is the bare disk, for `devices`; EBS only. `@default` Filesystem (Kubernetes) */
  readonly volumeMode?: Mode;
  /** The data to begin with: a VolumeSnapshot, by name or object, or another claim's object. `@default` - an empty volume */
  readonly restoreFrom?: NamedObject;
  /** Any other source of data, as Kubernetes writes it; instead of `restoreFrom`. `@default` - none */
  readonly dataSourceRef?: TypedObjectReference;
  /** What the volume may do, and may do later without being made anew (Kubernetes 1.34). `@default` - what its class says */
  readonly volumeAttributesClass?: NamedObject;
  /** An existing PersistentVolume, by its name; with `storageClass: ''`, or the class that the volume names. `@default` - one is made */
  readonly volumeName?: string;
  /** Labels of existing PersistentVolumes that will do; nothing is made for it then. `@default` - none */
  readonly selector?: LabelSelector;
  /** Labels of the claim. `@default` - those of the app */
  readonly labels?: Labels;
  /** Annotations of the claim. `@default` - none */
  readonly annotations?: Labels;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly claim?: Patch };
}

/**
 * A volume that outlives its Pods. Workloads mount the construct itself; it always names its class, since clusters of
 * EKS have had no default class since 1.30. Argo CD deletes none without a confirmation.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/ban-unused-claim
 * @finding k8s/no-missing-volume-source
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolumeclaims
 * @example
 * import { storageClassFor, VolumeClaim, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const wiki = (chart: Chart) => {
 *   const pages = new VolumeClaim(chart, 'pages', { storageClass: storageClassFor(chart, 'shared', 'efs-shared'), size: '5Gi', accessMode: 'ReadWriteMany' });
 *   return new WebService(chart, 'wiki', {
 *     image: 'registry.example.com/wiki:3.1',
 *     port: 8080,
 *     mounts: [{ path: '/var/lib/wiki', claim: pages }],
 *   });
 * };
 */
export class VolumeClaim<
  Class extends StorageClassInput = StorageClassInput,
  Mode extends VolumeMode = 'Filesystem',
> extends Construct {
  readonly claim: KubePersistentVolumeClaim;
  /** Name of the claim, for mounts. */
  readonly name: string;
  /** Lets mounts, snapshots and other claims take the construct itself. */
  readonly kind = 'PersistentVolumeClaim';

  constructor(scope: Construct, id: string, props: VolumeClaimProps<Class, Mode>) {
    super(scope, id);
    const problems = problemsWith(this, 'VolumeClaim', props, VolumeClaim);
    const { storageClass, volumeMode, volumeName, selector } = props;
    const size = sizeText(props.size);
    const accessMode: AccessMode = props.accessMode ?? accessModeOf(storageClass);
    problems.quantity('size', size);
    judgeAccess(storageClass, accessMode, volumeMode, problems);
    judgeDataSource(props, problems);
    problems.unless(
      classNameOf(storageClass) !== '' || volumeName !== undefined || selector !== undefined,
      'storageClass is empty and nothing says which volume is meant: the claim would take any that has no class, or stay Pending.',
      'give volumeName or selector, or name a class.',
    );
    problems.raise();
    this.name = props.name ?? id;
    this.claim = new KubePersistentVolumeClaim(this, 'Claim', {
      metadata: { name: this.name, ...defined({ labels: props.labels, annotations: props.annotations }) },
      spec: {
        accessModes: [accessMode],
        resources: { requests: { storage: quantity(size) } },
        storageClassName: classNameOf(storageClass),
        ...dataSourceOf(props),
        ...defined({
          volumeMode,
          volumeName,
          selector,
          volumeAttributesClassName: renderedName(props.volumeAttributesClass),
        }),
      },
    });
    override(this.claim, props.overrides?.claim);
  }
}
