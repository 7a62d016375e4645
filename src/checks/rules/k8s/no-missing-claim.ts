import { listAt, textAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { PodRule } from '../../engine/rule';
import { claimPrefixes, isOrdinalOf } from '../../reads/used-claims';

export const noMissingClaim: PodRule = {
  id: 'k8s/no-missing-claim',
  severity: 'error',
  summary: 'Every PersistentVolumeClaim a Pod mounts exists in its namespace.',
  why: 'The server takes a workload that mounts a claim which does not exist. Its Pods are created and stay Pending.',
  see: ['https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes'],
  checkPod({ owner, spec, path }, { index }, tell) {
    const namespace = owner.namespace ?? '';
    listAt(spec, 'volumes').forEach((volume, i) => {
      const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
      if (name === undefined || index.exists({ group: '', kind: 'PersistentVolumeClaim', namespace, name })) return;
      const made = claimPrefixes(index.inNamespace('apps', 'StatefulSet', owner.namespace)).some((prefix) =>
        isOrdinalOf(name, prefix),
      );
      if (made) return;
      tell({
        path: [...path, 'spec', 'volumes', i, 'persistentVolumeClaim', 'claimName'],
        found: name,
        what: `it mounts claim "${name}", which namespace ${namespace} does not have. Its Pods stay Pending.${didYouMean(name, index.names('', 'PersistentVolumeClaim', namespace))}`,
        fix: 'render the PersistentVolumeClaim, or declare it under `external` in environment.yaml.',
      });
    });
  },
};
