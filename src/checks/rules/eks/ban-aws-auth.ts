import type { ObjectRule } from '../../engine/rule';

export const banAwsAuth: ObjectRule = {
  id: 'eks/ban-aws-auth',
  severity: 'error',
  summary: 'ConfigMap kube-system/aws-auth is not rendered.',
  why: 'EKS and its tools write kube-system/aws-auth. When Argo CD applies a rendered copy, the entries of nodes and administrators that are not in it are lost: nodes become NotReady, and people are locked out.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
  ],
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
