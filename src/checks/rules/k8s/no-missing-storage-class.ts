import { at, mapAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';
import { CLAIM_HOLDERS, claimsOf } from '../../reads/claims';
import { hasEksDefaultClass } from '../../reads/platform-objects';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

export const noMissingStorageClass: ObjectRule = {
  id: 'k8s/no-missing-storage-class',
  severity: 'error',
  summary: 'The StorageClass of a claim exists; a claim without one needs a default class.',
  why: 'A claim whose class does not exist stays Pending for ever, and so does its Pod. Since 1.30 an EKS cluster has no default class of its own.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1',
    'https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html',
  ],
  kinds: CLAIM_HOLDERS,
  check(object, { index, environment }, tell) {
    const classes = index.ofKind('storage.k8s.io', 'StorageClass');
    const hasDefault =
      hasEksDefaultClass(environment) ||
      classes.some((one) => mapAt(one.value, 'metadata', 'annotations')[DEFAULT_CLASS] === 'true');
    for (const { spec, path, className } of claimsOf(object)) {
      const name = className?.name;
      if (name === '' || typeof at(spec, 'volumeName') === 'string') continue;
      if (className === undefined || name === undefined) {
        if (hasDefault) continue;
        tell({
          path,
          what: `it claims a volume without a class, and no default class is rendered. Since 1.30 EKS ships none, so the claim stays Pending.`,
          fix: 'name a storageClassName.',
          severity: 'unknown',
        });
      } else if (!index.exists({ group: 'storage.k8s.io', kind: 'StorageClass', name: name })) {
        const known = index.names('storage.k8s.io', 'StorageClass');
        tell({
          path: className.path,
          found: name,
          wanted: known.join(', '),
          what: `it claims a volume of class "${name}", which this environment does not have, so the claim stays Pending.${didYouMean(name, known)}`,
          fix: `use one of: ${known.join(', ') || '(none is rendered)'}; or declare the class under \`external\`.`,
        });
      }
    }
  },
};
