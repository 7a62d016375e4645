import type { Rule } from '../../engine/rule';

/** EKS and its tools write this object; a rendered one takes the nodes' and the administrators' access away. */
export const banAwsAuth: Rule = {
  id: 'eks/ban-aws-auth',
  severity: 'error',
  summary: 'ConfigMap kube-system/aws-auth is not rendered.',
  see: 'Amazon EKS user guide: aws-auth ConfigMap (deprecated); access entries',
  check({ judgedOf }, report) {
    for (const object of judgedOf('ConfigMap')) {
      if (object.namespace !== 'kube-system' || object.name !== 'aws-auth') continue;
      report({
        object,
        path: [],
        message:
          'ConfigMap kube-system/aws-auth is written by EKS itself; Argo CD would overwrite the nodes’ entries: all nodes become NotReady and administrators are locked out.',
        fix: 'remove it and use access entries.',
      });
    }
  },
};
