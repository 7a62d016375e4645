import { AWS_AUTH_ANNOTATION, NODES_GROUP, WHOLE_CONFIG_MAP, withoutPath } from '../../../knowledge/aws/aws-auth';
import { authenticationModeOf } from '../../../model/authentication-mode';
import type { Environment } from '../../../model/environment';
import { mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';
import { isAwsAuth, mappedPrincipals } from '../../reads/aws-auth';

export const banAwsAuth: ObjectRule = {
  id: 'eks/ban-aws-auth',
  severity: 'error',
  summary:
    'ConfigMap kube-system/aws-auth is not rendered, unless it says that it replaces the whole one and has the nodes.',
  why: 'EKS and its tools write kube-system/aws-auth. When Argo CD applies a rendered copy, the entries of nodes and administrators that are not in it are lost: nodes become NotReady, and people are locked out.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
  ],
  kinds: ['ConfigMap'],
  check(object, { environment }, tell) {
    if (!isAwsAuth(object)) return;
    if (textAt(mapAt(object.value, 'metadata', 'annotations'), AWS_AUTH_ANNOTATION) === WHOLE_CONFIG_MAP)
      judgeWhole(object, environment, tell);
    else
      tell({
        path: [],
        what: 'EKS itself writes this object, and Argo CD would overwrite the nodes’ entries. All nodes become NotReady and administrators are locked out.',
        fix: 'remove it and use access entries.',
      });
  },
};

/** What an AwsAuthMapping of ours cannot say, and a patched or written one can. */
function judgeWhole(object: RenderedObject, environment: Environment, tell: Tell): void {
  if (environment.platform === 'eks' && authenticationModeOf(environment) === 'API')
    tell({
      path: [],
      what: 'the cluster’s authentication mode is API, in which EKS reads access entries alone: nobody gets in by this object.',
      fix: 'remove it and use access entries.',
    });
  for (const key of ['mapRoles', 'mapUsers'] as const)
    if (mappedPrincipals(object, key) === undefined)
      tell({
        path: ['data', key],
        what: `${key} is not a list in YAML: the authenticator reads none of the entries, and nobody gets in.`,
        fix: 'write a list of entries.',
      });
  const roles = mappedPrincipals(object, 'mapRoles');
  if (roles?.some(({ groups }) => groups.includes(NODES_GROUP)) === false)
    tell({
      path: ['data', 'mapRoles'],
      what: `no role has the group ${NODES_GROUP}: all nodes become NotReady.`,
      fix: 'map every role of nodes that the cluster has.',
    });
  for (const { arn } of roles ?? [])
    if (arn !== withoutPath(arn))
      tell({
        path: ['data', 'mapRoles'],
        found: arn,
        wanted: withoutPath(arn),
        what: `it maps ${arn} with its path, and the authenticator compares roles without paths: the entry matches nobody.`,
        fix: `write ${withoutPath(arn)}.`,
      });
}
