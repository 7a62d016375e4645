import { describeIdentity } from '../../../model/identity';
import { at, mapAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { Rule } from '../../engine/rule';
import { CLAIM_HOLDERS, claimsOf } from '../../reads/claims';

const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';

/** A claim whose class does not exist stays Pending for ever, and so does its Pod. */
export const noMissingStorageClass: Rule = {
  id: 'k8s/no-missing-storage-class',
  severity: 'error',
  summary: 'The StorageClass of a claim exists; a claim without one needs a default class.',
  see: 'Kubernetes: persistent volumes, class',
  check({ index, judgedOf }, report) {
    const classes = index.ofKind('storage.k8s.io', 'StorageClass');
    const hasDefault = classes.some((one) => mapAt(one.value, 'metadata', 'annotations')[DEFAULT_CLASS] === 'true');
    for (const object of judgedOf(...CLAIM_HOLDERS)) {
      for (const { spec, path } of claimsOf(object)) {
        const name = at(spec, 'storageClassName');
        if (name === '' || typeof at(spec, 'volumeName') === 'string') continue;
        if (name === undefined) {
          if (hasDefault) continue;
          report({
            object,
            path,
            message: `${describeIdentity(object)} claims a volume without a class, and no default class is rendered: since 1.30 EKS ships none, so the claim stays Pending.`,
            fix: 'name a storageClassName.',
            severity: 'unknown',
          });
        } else if (!index.exists({ group: 'storage.k8s.io', kind: 'StorageClass', name: String(name) })) {
          const known = index.names('storage.k8s.io', 'StorageClass');
          report({
            object,
            path: [...path, 'storageClassName'],
            found: String(name),
            wanted: known.join(', '),
            message: `${describeIdentity(object)} claims a volume of class "${String(name)}", which this environment does not have, so the claim stays Pending.${didYouMean(String(name), known)}`,
            fix: `use one of: ${known.join(', ') || '(none is rendered)'}; or declare the class under \`external\`.`,
          });
        }
      }
    }
  },
};
