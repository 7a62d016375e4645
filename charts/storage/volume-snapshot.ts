import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { VolumeSnapshot as KubeVolumeSnapshot } from '../../imports/snapshot.storage.k8s.io';
import { withArticle } from '../../src/grammar/article';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import type { Labels } from '../shared/labels';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type NamedObject, nameOf } from '../workload/values';

export interface VolumeSnapshotProps {
  /** Name of the snapshot. `@default` the construct's id */
  readonly name?: string;
  /** The claim whose data is kept, by name or object; instead of `content`. `@default` - that of `content` */
  readonly claim?: NamedObject;
  /** A VolumeSnapshotContent that exists, by name, for a snapshot that was made elsewhere; instead of `claim`. `@default` - one is made */
  readonly content?: string;
  /** Its class, by name or object. `@default` - the default class of the driver */
  readonly snapshotClass?: NamedObject;
  /** Labels of the snapshot. `@default` - those of the app */
  readonly labels?: Labels;
  /** Annotations of the snapshot. `@default` - none */
  readonly annotations?: Labels;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly volumeSnapshot?: Patch };
}

/**
 * The data of a claim as it is when the snapshot is first applied; a new one needs a new name. Claims begin with it by
 * `restoreFrom`. EFS, FSx and S3 have no snapshots here. On a plain cluster nothing is rendered, and such claims begin
 * empty.
 * @throws ToolError with everything that is wrong with the properties
 * @finding k8s/no-missing-volume-source
 * @finding eks/valid-snapshot
 * @see https://kubernetes.io/docs/concepts/storage/volume-snapshots/
 * @example
 * import { VolumeClaim, VolumeSnapshot } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const copies = (chart: Chart) => {
 *   const restoreFrom = new VolumeSnapshot(chart, 'before-4', { claim: 'ledger', snapshotClass: 'backups' });
 *   return new VolumeClaim(chart, 'rehearsal', { storageClass: 'gp3', size: '100Gi', restoreFrom });
 * };
 */
export class VolumeSnapshot extends Construct {
  /** Absent on a plain cluster. */
  readonly volumeSnapshot?: ApiObject;
  /** Name for claims that begin with it. */
  readonly name: string;
  /** Lets claims take the construct itself. */
  readonly kind = 'VolumeSnapshot';
  /** Whether the cluster has it; claims begin empty otherwise. */
  readonly isRendered: boolean;

  constructor(scope: Construct, id: string, props: VolumeSnapshotProps) {
    super(scope, id);
    const problems = problemsWith(this, 'VolumeSnapshot', props, VolumeSnapshot);
    const { claim, content, snapshotClass } = props;
    problems.unless(
      (claim === undefined) !== (content === undefined),
      'a snapshot has one source: exactly one of claim and content; the server refuses others.',
      'give claim, or content.',
    );
    const kind = typeof claim === 'object' ? claim.kind : 'PersistentVolumeClaim';
    problems.unless(
      kind === 'PersistentVolumeClaim',
      `claim is ${withArticle(kind)}; the snapshot would wait for a PersistentVolumeClaim of that name.`,
      'give a PersistentVolumeClaim.',
    );
    problems.raise();
    this.name = props.name ?? id;
    this.isRendered = environmentOf(this).platform === 'eks';
    if (!this.isRendered) return;
    this.volumeSnapshot = new KubeVolumeSnapshot(this, 'VolumeSnapshot', {
      metadata: { name: this.name, ...defined({ labels: props.labels, annotations: props.annotations }) },
      spec: {
        source: defined({
          persistentVolumeClaimName: claim && nameOf(claim),
          volumeSnapshotContentName: content,
        }),
        ...defined({ volumeSnapshotClassName: snapshotClass && nameOf(snapshotClass) }),
      },
    });
    override(this.volumeSnapshot, props.overrides?.volumeSnapshot);
  }
}
