import { Construct } from 'constructs';
import { KubeConfigMap } from '../../imports/k8s';
import { SYNC_OPTIONS } from '../../src/knowledge/argocd/annotations';
import { AWS_AUTH, AWS_AUTH_ANNOTATION, WHOLE_CONFIG_MAP } from '../../src/knowledge/aws/aws-auth';
import { environmentOf } from '../../src/model/environment-context';
import { override } from '../shared/override';
import { problemsWith, requireProperties } from '../shared/properties';
import type { AwsAuthMappingProps } from './aws-auth-mapping-props';
import { type AwsAuthEntry, judgeConsent, resolveAwsAuth } from './resolve-aws-auth';

/**
 * The ConfigMap kube-system/aws-auth of a cluster that is too old for access entries, whole. EKS and eksctl write it too:
 * what is not in it is lost at the next sync, nodes become NotReady and people are locked out. Argo CD neither prunes nor
 * deletes it. On a plain cluster nothing is made. Use `AccessEntry` wherever the cluster takes it.
 * @throws ToolError where the cluster reads access entries alone, or the mapping would lock the nodes out
 * @finding eks/ban-aws-auth
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html
 * @example
 * import { AwsAuthMapping } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const mapping = (chart: Chart) =>
 *   new AwsAuthMapping(chart, 'aws-auth', {
 *     legacy: 'aws-auth',
 *     replaces: 'whole ConfigMap',
 *     nodes: [{ iamRole: 'nodes' }],
 *     roles: [{ iamRole: 'shop-team', username: 'shop:{{SessionName}}', groups: ['shop-team'] }],
 *   });
 */
export class AwsAuthMapping extends Construct {
  /** The ConfigMap; absent on a plain cluster. */
  readonly configMap?: KubeConfigMap;

  constructor(scope: Construct, id: string, props: AwsAuthMappingProps) {
    super(scope, id);
    requireProperties(this, 'AwsAuthMapping', props);
    judgeConsent(this, props);
    const problems = problemsWith(this, 'AwsAuthMapping', props, AwsAuthMapping);
    const mapping = resolveAwsAuth(props, environmentOf(this), problems);
    problems.raise();
    if (mapping === undefined) return;
    const { mapRoles, mapUsers } = mapping;
    this.configMap = new KubeConfigMap(this, 'ConfigMap', {
      metadata: {
        ...AWS_AUTH,
        annotations: { [AWS_AUTH_ANNOTATION]: WHOLE_CONFIG_MAP, [SYNC_OPTIONS]: 'Prune=false,Delete=false' },
      },
      data: {
        mapRoles: listText('rolearn', mapRoles),
        ...(mapUsers.length === 0 ? {} : { mapUsers: listText('userarn', mapUsers) }),
      },
    });
    override(this.configMap, props.overrides?.configMap);
  }
}

/** The authenticator reads YAML; every text is in quotes, since usernames begin with braces. */
function listText(key: string, entries: readonly AwsAuthEntry[]): string {
  return entries
    .map(({ arn, username, groups }) => {
      const list = groups.map((group) => JSON.stringify(group)).join(', ');
      return `- ${key}: ${JSON.stringify(arn)}\n  username: ${JSON.stringify(username)}\n  groups: [${list}]\n`;
    })
    .join('');
}
