import type { ObjectRule } from '../../engine/rule';
import { isClaimUsed } from '../../reads/used-claims';

export const banUnusedClaim: ObjectRule = {
  id: 'k8s/ban-unused-claim',
  severity: 'warning',
  summary: 'Something mounts every PersistentVolumeClaim, or begins with its data.',
  why: 'A volume that nothing mounts is paid for and forgotten. A claim whose class waits for a first Pod stays Pending, and Argo CD shows its app as progressing for ever.',
  see: [
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#claims-as-volumes',
    'https://github.com/argoproj/argo-cd/issues/12840',
  ],
  kinds: ['PersistentVolumeClaim'],
  check(object, { index, objects }, tell) {
    const namespace = object.namespace ?? '';
    if (isClaimUsed(object.name, namespace, index, objects)) return;
    tell({
      path: [],
      what: `no Pod of namespace ${namespace} mounts it. Where its class waits for a first Pod, it stays Pending and so does the sync; else its volume is paid for while nothing reads it.`,
      fix: 'mount it in the workload that needs it, or remove the claim.',
    });
  },
};
