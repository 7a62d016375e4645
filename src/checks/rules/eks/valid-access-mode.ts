import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule } from '../../engine/rule';
import { CLAIM_HOLDERS } from '../../reads/claims';
import { servedVolumes, VOLUME_KIND, wrongAccessOf } from '../../reads/volumes';

export const validAccessMode: ObjectRule = {
  id: 'eks/valid-access-mode',
  severity: 'error',
  summary: 'A claim, or a volume, of EFS, FSx for Lustre or S3 asks for an access mode that its driver serves.',
  why: 'The drivers serve two access modes each, and file systems only. What they refuse is a claim that stays Pending, or a volume that no Pod can mount.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    'https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/v3.4.1/pkg/driver/node.go',
    'https://github.com/kubernetes-sigs/aws-fsx-csi-driver/blob/v1.9.0/pkg/driver/controller.go',
    'https://github.com/awslabs/mountpoint-s3-csi-driver/blob/v2.7.0/docs/CONFIGURATION.md',
  ],
  kinds: [...CLAIM_HOLDERS, VOLUME_KIND],
  check(object, context, tell) {
    for (const volume of servedVolumes(object, context)) {
      // An EBS volume is a finding of its own rule.
      if (volume.kind === 'ebs') continue;
      for (const { wrong, path, found } of wrongAccessOf(volume)) {
        const isRefused = wrong.served === 'refused';
        tell({
          path,
          found,
          what: `it asks for ${wrong.asks}, but ${volume.by} is served by \`${volume.driver}\`, which ${wrong.serves}. ${isRefused ? `The driver refuses; ${symptomOf(object)}.` : UNLISTED}`,
          fix: `${wrong.fix}.`,
          severity: isRefused ? 'error' : 'warning',
        });
      }
    }
  },
};

const UNLISTED = 'Kubernetes asks the driver for ReadWriteOnce instead, and nobody has promised that this stays so.';

function symptomOf({ kind }: RenderedObject): string {
  return kind === VOLUME_KIND ? 'no Pod can mount the volume' : 'its Pods stay Pending';
}
