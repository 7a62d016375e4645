import type { ObjectRule } from '../../engine/rule';

/** EKS and its tools write this object; a rendered one takes the nodes' and the administrators' access away. */
export const banAwsAuth: ObjectRule = {
  id: 'eks/ban-aws-auth',
  severity: 'error',
  summary: 'ConfigMap kube-system/aws-auth is not rendered.',
  see: 'Amazon EKS user guide: aws-auth ConfigMap (deprecated); access entries',
  kinds: ['ConfigMap'],
  check(object, _context, tell) {
    if (object.namespace !== 'kube-system' || object.name !== 'aws-auth') return;
    tell({
      path: [],
      what: 'EKS itself writes this object, and Argo CD would overwrite the nodes’ entries. All nodes become NotReady and administrators are locked out.',
      fix: 'remove it and use access entries.',
    });
  },
};
