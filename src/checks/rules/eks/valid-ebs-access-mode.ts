import { at } from '../../../model/json';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { CLAIM_HOLDERS } from '../../reads/claims';
import { servedVolumes, VOLUME_KIND, wrongAccessOf } from '../../reads/volumes';

export const validEbsAccessMode: ObjectRule = {
  id: 'eks/valid-ebs-access-mode',
  severity: 'error',
  summary: 'A claim of an EBS class, or an EBS volume, asks for ReadWriteOnce or ReadWriteOncePod.',
  why: 'An EBS volume is a disk of one node. The driver refuses to make a shared one with a filesystem, so the claim and its Pods stay Pending.',
  see: [
    'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/multi-attach.md',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  ],
  kinds: [...CLAIM_HOLDERS, VOLUME_KIND],
  check(object, context, tell) {
    for (const volume of servedVolumes(object, context)) {
      if (volume.kind !== 'ebs') continue;
      for (const { wrong, path, found } of wrongAccessOf(volume)) {
        tell({
          path,
          found,
          wanted: 'ReadWriteOnce',
          what: `it asks for ${wrong.asks}, but ${volume.by} is served by \`${volume.driver}\`, which ${wrong.serves}. The driver refuses; ${object.kind === VOLUME_KIND ? 'no Pod can mount the volume' : 'the claim stays Pending'}.`,
          fix: `use \`ReadWriteOnce\`, or a class served by \`efs.csi.aws.com\`${sharedClasses(context.index)}.`,
        });
      }
    }
  },
};

function sharedClasses(index: ObjectIndex): string {
  const shared = index
    .ofKind('storage.k8s.io', 'StorageClass')
    .filter((one) => at(one.value, 'provisioner') === 'efs.csi.aws.com');
  return shared.length === 0 ? '' : ` (this environment has ${shared.map((one) => `\`${one.name}\``).join(', ')})`;
}
