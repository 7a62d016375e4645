import { EBS_PROVISIONERS } from '../../../knowledge/aws/cluster-objects';
import { at, listAt, mapAt, textAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';
import { CLAIM_HOLDERS, claimsOf } from '../../reads/claims';
import { provisionerOf } from '../../reads/provisioner';

export const validEbsAccessMode: ObjectRule = {
  id: 'eks/valid-ebs-access-mode',
  severity: 'error',
  summary: 'A claim of an EBS class asks for ReadWriteOnce or ReadWriteOncePod.',
  why: 'An EBS volume is a disk of one node. The driver refuses to make a shared one with a filesystem, so the claim and its Pods stay Pending.',
  see: [
    'https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/docs/multi-attach.md',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  ],
  kinds: CLAIM_HOLDERS,
  check(object, { index, environment }, tell) {
    for (const { spec, path, className: named } of claimsOf(object)) {
      const className = named?.name ?? '';
      const storageClass = index.find({ group: 'storage.k8s.io', kind: 'StorageClass', name: className });
      const provisioner = provisionerOf(className, { index, environment });
      if (provisioner === undefined || !EBS_PROVISIONERS.includes(provisioner)) continue;
      const block =
        at(spec, 'volumeMode') === 'Block' && textAt(mapAt(storageClass?.value, 'parameters'), 'type') === 'io2';
      listAt(spec, 'accessModes').forEach((mode, i) => {
        // An unknown access mode is the schema's finding.
        if ((mode !== 'ReadWriteMany' || block) && mode !== 'ReadOnlyMany') return;
        const shared = index
          .ofKind('storage.k8s.io', 'StorageClass')
          .filter((one) => at(one.value, 'provisioner') === 'efs.csi.aws.com');
        const known =
          shared.length === 0 ? '' : ` (this environment has ${shared.map((one) => `\`${one.name}\``).join(', ')})`;
        tell({
          path: [...path, 'accessModes', i],
          found: String(mode),
          wanted: 'ReadWriteOnce',
          what: `it asks for \`${String(mode)}\` with a filesystem, but class \`${className}\` is served by \`${provisioner}\`, which shares only \`io2\` volumes in \`Block\` mode. The driver refuses; the claim stays Pending.`,
          fix: `use \`ReadWriteOnce\`, or a class served by \`efs.csi.aws.com\`${known}.`,
        });
      });
    }
  },
};
