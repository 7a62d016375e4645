import { Construct } from 'constructs';
import { KubeVolumeAttributesClass } from '../../imports/k8s';
import { EBS_DRIVERS } from '../../src/knowledge/aws/cluster-objects';
import { type EbsVolumeType, wrongEbsNumbers } from '../../src/knowledge/aws/ebs-volumes';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { atLeast } from '../shared/version';
import type { EbsPerformance } from './ebs-parameters';
import { texts } from './texts';
import { tagParameters, tagProblems } from './volume-tags';

export interface VolumeAttributesClassProps extends EbsPerformance {
  /** Name of the class. `@default` the construct's id */
  readonly name?: string;
  /** The type that the volumes become. `@default` - the one that they have */
  readonly type?: EbsVolumeType;
  /** Keys of AWS tags that the volumes lose. `@default` - none */
  readonly removedTags?: readonly string[];
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly volumeAttributesClass?: Patch };
}

/**
 * What EBS volumes may do. A claim that names another such class later gets it without a new volume; EC2 lets a volume
 * be changed again only after some hours. The class itself cannot be changed: give a changed one a new name. Tags
 * need `ec2:CreateTags` and `ec2:DeleteTags` beside the driver's own policy. From Kubernetes 1.34 on; on a plain cluster
 * nothing is rendered, and claims do not name it.
 * @throws ToolError with everything that the driver would refuse
 * @finding eks/valid-storage-class
 * @see https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/modify-volume.md
 * @example
 * import { VolumeAttributesClass, VolumeClaim } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const ledger = (chart: Chart) => {
 *   const volumeAttributesClass = new VolumeAttributesClass(chart, 'gp3-busy', { iops: 6000, throughput: 500 });
 *   return new VolumeClaim(chart, 'ledger', { storageClass: 'gp3', size: '100Gi', volumeAttributesClass });
 * };
 */
export class VolumeAttributesClass extends Construct {
  /** Absent on a plain cluster. */
  readonly volumeAttributesClass?: KubeVolumeAttributesClass;
  /** Name for claims. */
  readonly name: string;
  /** Lets claims take the construct itself. */
  readonly kind = 'VolumeAttributesClass';
  /** Whether the cluster has it; claims do not name it otherwise. */
  readonly isRendered: boolean;

  constructor(scope: Construct, id: string, props: VolumeAttributesClassProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'VolumeAttributesClass', props, VolumeAttributesClass);
    this.name = props.name ?? id;
    this.isRendered = environment.platform === 'eks';
    const parameters = attributes(props);
    judgeAttributes(props, parameters, problems);
    problems.unless(
      !this.isRendered || atLeast(environment, 34),
      `environment ${environment.name} has Kubernetes ${environment.kubernetesVersion}, which does not serve VolumeAttributesClass of storage.k8s.io/v1: the sync would fail.`,
      'skip it until 1.34, or give the numbers to the StorageClass.',
    );
    problems.raise();
    if (environment.platform !== 'eks') return;
    this.volumeAttributesClass = new KubeVolumeAttributesClass(this, 'VolumeAttributesClass', {
      metadata: { name: this.name },
      driverName: environment.compute.autoMode ? EBS_DRIVERS.autoMode : EBS_DRIVERS.own,
      parameters,
    });
    override(this.volumeAttributesClass, props.overrides?.volumeAttributesClass);
  }
}

function attributes({ type, iops, throughput, tags, removedTags = [] }: VolumeAttributesClassProps) {
  const removed = removedTags.map((tag, index) => [`tagDeletion_${index + 1}`, tag] as const);
  return { ...texts({ type, iops, throughput }), ...tagParameters(tags), ...Object.fromEntries(removed) };
}

function judgeAttributes(
  { type, iops, throughput, tags, removedTags = [] }: VolumeAttributesClassProps,
  parameters: object,
  problems: Problems,
): void {
  problems.unless(
    Object.keys(parameters).length > 0,
    'it says nothing; the server refuses a class without parameters.',
    'give type, iops, throughput or tags.',
  );
  // What the volumes are is not known where no type is given.
  const wrong = type === undefined ? [] : wrongEbsNumbers({ type, iops, throughput, changes: true });
  for (const { what, fix } of wrong) problems.add(`${what}.`, `${fix}.`);
  tagProblems(tags, problems);
  for (const tag of removedTags)
    problems.unless(
      tags === undefined || !Object.hasOwn(tags, tag),
      `tag "${tag}" is both set and removed.`,
      'leave it out of one of them.',
    );
}
