import { EBS_DRIVERS, EKS_STORAGE_CLASS } from '../../../knowledge/aws/cluster-objects';
import { STORAGE_DRIVERS } from '../../../knowledge/aws/storage-drivers';
import { textAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';
import { servedVolumes } from '../../reads/volumes';

const GROUP = 'snapshot.storage.k8s.io';
const CLAIM = ['spec', 'source', 'persistentVolumeClaimName'] as const;

export const validSnapshot: ObjectRule = {
  id: 'eks/valid-snapshot',
  severity: 'error',
  summary: 'A VolumeSnapshot is of a claim whose driver makes snapshots, and of a class of that driver.',
  why: 'EFS, FSx for Lustre and Mountpoint for S3 have no snapshots in Kubernetes, and the driver of a class takes no volume of another. The server takes such a snapshot, and it is never ready: a backup that is not there.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/volume-snapshots/',
    'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/snapshot.md',
  ],
  kinds: [`${GROUP}/VolumeSnapshot`],
  check(object, context, tell) {
    const { index } = context;
    const name = textAt(object.value, ...CLAIM);
    const namespace = object.namespace ?? '';
    const claim = name && index.find({ group: '', kind: 'PersistentVolumeClaim', namespace, name });
    if (!claim) return;
    const className = textAt(object.value, 'spec', 'volumeSnapshotClassName') ?? '';
    const found = index.find({ group: GROUP, kind: 'VolumeSnapshotClass', name: className });
    const classDriver = found && textAt(found.value, 'driver');
    for (const { kind, driver } of servedVolumes(claim, context)) {
      if (!STORAGE_DRIVERS[kind].snapshots)
        tell({
          path: CLAIM,
          found: driver,
          what: `claim "${name}" is served by \`${driver}\` (${STORAGE_DRIVERS[kind].title}), which makes no snapshots, so it is never ready.`,
          fix: 'back it up another way, such as AWS Backup, or remove it.',
        });
      else if (classDriver !== undefined && classDriver !== installed(driver))
        tell({
          path: ['spec', 'volumeSnapshotClassName'],
          found: classDriver,
          wanted: installed(driver),
          what: `class "${className}" is of \`${classDriver}\`, and claim "${name}" is served by \`${driver}\`, so it is never ready.`,
          fix: `name a class of \`${installed(driver)}\`.`,
        });
    }
  },
};

/** The in-tree name of EBS is served by the driver that one installs. */
function installed(driver: string): string {
  return driver === EKS_STORAGE_CLASS.provisioner ? EBS_DRIVERS.own : driver;
}
