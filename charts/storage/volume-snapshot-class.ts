import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import {
  VolumeSnapshotClass as KubeVolumeSnapshotClass,
  VolumeSnapshotClassDeletionPolicy,
} from '../../imports/snapshot.storage.k8s.io';
import { EBS_DRIVERS } from '../../src/knowledge/aws/cluster-objects';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { zoneProblems } from './class-zones';
import { lockParameters, lockProblems, type SnapshotLock } from './snapshot-lock';
import { type ReclaimPolicy, reclaimPolicyOf } from './storage-class-defaults';
import { texts } from './texts';
import { tagParameters, tagProblems } from './volume-tags';

export interface VolumeSnapshotClassProps {
  /** Name of the class. `@default` the construct's id */
  readonly name?: string;
  /** What happens to the snapshot in EBS when its object goes. `@default` Retain in production, else Delete */
  readonly deletionPolicy?: ReclaimPolicy;
  /** AWS tags of the snapshots. `@default` - the driver's own */
  readonly tags?: Readonly<Record<string, string>>;
  /** Zones in which volumes of the snapshot are fast at once, such as `eu-west-1a`; AWS bills each by the hour. `@default` - none */
  readonly fastSnapshotRestoreZones?: readonly string[];
  /** Keeps the snapshots from being deleted, by anybody. `@default` - not locked */
  readonly lock?: SnapshotLock;
  /** The Outpost that the snapshots lie on, as an ARN. `@default` - the region */
  readonly outpostArn?: string;
  /** Whether snapshots without a class get this one. One class of a driver may be it. `@default` false */
  readonly isDefault?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly volumeSnapshotClass?: Patch };
}

/**
 * A class of snapshots of EBS volumes. The definitions of snapshots and their controller are an add-on of its own,
 * `snapshot-controller`, which has to be there before the driver starts. On a plain cluster nothing is rendered.
 * @throws ToolError with everything that the driver would refuse
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/snapshot.md
 * @see https://docs.aws.amazon.com/eks/latest/userguide/csi-snapshot-controller.html
 * @example
 * import { VolumeSnapshotClass } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const backups = (chart: Chart) =>
 *   new VolumeSnapshotClass(chart, 'backups', {
 *     tags: { purpose: 'backup' },
 *     lock: { mode: 'governance', durationDays: 30 },
 *   });
 */
export class VolumeSnapshotClass extends Construct {
  /** Absent on a plain cluster. */
  readonly volumeSnapshotClass?: ApiObject;
  /** Name for snapshots. */
  readonly name: string;
  /** Lets snapshots take the construct itself. */
  readonly kind = 'VolumeSnapshotClass';

  constructor(scope: Construct, id: string, props: VolumeSnapshotClassProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'VolumeSnapshotClass', props, VolumeSnapshotClass);
    const { fastSnapshotRestoreZones: zones = [], lock, outpostArn, tags } = props;
    zoneProblems(zones, environment, problems);
    lockProblems(lock, problems);
    tagProblems(tags, problems);
    problems.raise();
    this.name = props.name ?? id;
    if (environment.platform !== 'eks') return;
    const parameters = {
      ...texts({
        fastSnapshotRestoreAvailabilityZones: zones.length === 0 ? undefined : zones.join(','),
        outpostArn,
        ...lockParameters(lock),
      }),
      ...tagParameters(tags),
    };
    const annotations = { 'snapshot.storage.kubernetes.io/is-default-class': 'true' };
    this.volumeSnapshotClass = new KubeVolumeSnapshotClass(this, 'VolumeSnapshotClass', {
      metadata: { name: this.name, ...(props.isDefault === true ? { annotations } : {}) },
      driver: environment.compute.autoMode ? EBS_DRIVERS.autoMode : EBS_DRIVERS.own,
      deletionPolicy:
        reclaimPolicyOf(props.deletionPolicy, environment) === 'Retain'
          ? VolumeSnapshotClassDeletionPolicy.RETAIN
          : VolumeSnapshotClassDeletionPolicy.DELETE,
      ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
    });
    override(this.volumeSnapshotClass, props.overrides?.volumeSnapshotClass);
  }
}
